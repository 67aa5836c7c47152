package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cyberspaceid.relyingparty.claims.ClaimsRequest.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsRequestTest {
    private static final String VERIFICATION = "\"verification\":{\"trust_framework\":null}";

    @Test
    void takesScopesOfTheTableAndNoOthers() {
        ClaimsRequest request = ClaimsRequest.of("openid phone_verified email age_over_14", null);
        assertThat(request.facts())
                .containsExactly(new Asked("age_over_14", false), new Asked("phone_number_verified", false));
        assertThat(request.scopesNeeded()).containsExactly("age_over_14", "phone_verified");
        assertThat(request.plainFacts(Place.ID_TOKEN)).isEqualTo(request.plainFacts(Place.USERINFO));
    }

    @Test
    void takesEachClaimWhereItIsAskedFor() {
        ClaimsRequest request = ClaimsRequest.of(
                "openid",
                "{\"id_token\":{\"age_over_18\":{\"essential\":true},\"nickname\":null},\"userinfo\":{\"age_over_60\":null}}");
        assertThat(request.facts()).containsExactly(new Asked("age_over_18", true), new Asked("age_over_60", false));
        assertThat(request.plainFacts(Place.ID_TOKEN)).hasSize(1);
        assertThat(request.plainFacts(Place.USERINFO)).hasSize(1);
    }

    @Test
    void readsVerifiedClaimsAsOneOrSeveral() {
        String one = "{" + VERIFICATION + ",\"claims\":{\"age_over_18\":{\"essential\":true},\"given_name\":null}}";
        String other = "{" + VERIFICATION + ",\"claims\":{\"name\":null,\"mobile\":{\"essential\":true}}}";
        ClaimsRequest request =
                ClaimsRequest.of("openid", "{\"userinfo\":{\"verified_claims\":[" + one + "," + other + "]}}");
        assertThat(request.verified(Place.USERINFO)).hasSize(2);
        assertThat(request.facts()).containsExactly(new Asked("age_over_18", true));
        assertThat(request.realIdentityValues()).containsExactly(new Asked("name", false), new Asked("mobile", true));
        assertThat(request.scopesNeeded()).containsExactly("age_over_18", "real_identity");
        assertThat(ClaimsRequest.of("openid", "{\"id_token\":{\"verified_claims\":" + one + "}}")
                        .verified(Place.ID_TOKEN))
                .hasSize(1);
    }

    @Test
    void comparesANameAndNumberThatHaveValues() {
        ClaimsRequest request = ClaimsRequest.of(
                "openid", verified("\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":\"E12345678\"}"));
        assertThat(request.asksIdentityMatch()).isTrue();
        assertThat(request.realIdentityValues()).isEmpty();
        assertThat(request.scopesNeeded()).containsExactly("identity_match");
        assertThat(request.toString() + request.match()).doesNotContain("张三").doesNotContain("E12345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":{\"value\":\"张三\"}",
                "\"name\":{\"value\":\"张三\"},\"document_number\":null",
                "\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":12345678}",
                "\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":\" \"}",
                "\"name\":{\"values\":[\"张三\",\"李四\"]},\"document_number\":{\"value\":\"E12345678\"}",
                "\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":\"E1\"},\"mobile\":{\"value\":\"+8613\"}",
                "\"identity_match\":null"
            })
    void comparesNothingElse(String claims) {
        assertRefused(verified(claims), RequestProblem.IDENTITY_MATCH_INCOMPLETE);
    }

    @Test
    void comparesOnePairOnly() {
        String pair = "\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":\"E12345678\"}";
        String element = "{" + VERIFICATION + ",\"claims\":{" + pair + "}}";
        assertRefused(
                "{\"userinfo\":{\"verified_claims\":[" + element + "," + element + "]}}",
                RequestProblem.IDENTITY_MATCH_INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null x",
                "{} {}",
                "{\"userinfo\":[]}",
                "{\"userinfo\":{\"age_over_18\":true}}",
                "{\"userinfo\":{\"nickname\":5}}",
                "{\"userinfo\":{\"age_over_18\":{\"essential\":\"yes\"}}}",
                "{\"userinfo\":{\"age_over_18\":{\"values\":[]}}}",
                "{\"userinfo\":{\"age_over_18\":{\"value\":true,\"values\":[true]}}}",
                "{\"userinfo\":{\"age_over_18\":null,\"age_over_18\":null}}",
                "{\"userinfo\":{\"verified_claims\":null}}",
                "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null}}}}",
                "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":{}}}}",
                "{\"userinfo\":{\"verified_claims\":{\"claims\":{\"age_over_18\":null}}}}",
                "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"time\":{\"max_age\":\"1\"}},\"claims\":{\"name\":null}}}}"
            })
    void refusesWhatIsNotTheJsonOfTheSpecifications(String claims) {
        assertRefused(claims, RequestProblem.CLAIMS_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"4000,CLAIMS_MALFORMED", "4001,CLAIMS_TOO_LONG", "9000000,CLAIMS_TOO_LONG"})
    void looksAtTheLengthFirst(int length, RequestProblem problem) {
        assertRefused("[".repeat(length), problem);
    }

    private static String verified(String claims) {
        return "{\"userinfo\":{\"verified_claims\":{" + VERIFICATION + ",\"claims\":{" + claims + "}}}}";
    }

    private static void assertRefused(String claims, RequestProblem problem) {
        assertThatThrownBy(() -> ClaimsRequest.of("openid", claims))
                .isInstanceOfSatisfying(
                        ClaimsRefusedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem))
                .hasMessage(problem.code());
    }
}
