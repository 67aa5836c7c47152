package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Set<String> EVERY_SCOPE = Set.of(
            "identity_verified", "age_over_14", "age_over_18", "phone_verified", "identity_match", "real_identity");
    private static final Grant EVERYTHING = new Grant(
            Set.of(
                    "number",
                    "identity_verified",
                    "age_over_14",
                    "age_over_18",
                    "phone_number_verified",
                    "identity_match"),
            Set.of("name", "mobile"));
    private static final AllowList ALLOWED = new AllowList(EVERY_SCOPE, Set.of("name", "birth_date"));
    private static final String PAIR = "\"identity_match\":{\"value\":\"hash\"}";

    @Test
    void answersScopesInBothPlaces() {
        for (Place place : Place.values()) {
            assertThat(answers("openid age_over_14 age_over_18 phone_verified", null)
                            .in(place))
                    .isEqualTo(Map.of("age_over_14", true, "age_over_18", false, "phone_number_verified", true));
        }
    }

    @Test
    void answersAClaimWhereItWasAskedFor() {
        Answers answers = answers("openid", "{\"id_token\":{\"age_over_14\":null}}");
        assertThat(answers.in(Place.ID_TOKEN)).isEqualTo(Map.of("age_over_14", true));
        assertThat(answers.in(Place.USERINFO)).isEmpty();
    }

    @Test
    void answersOnlyWhatWasGranted() {
        Answers answers =
                answers("openid age_over_14 age_over_18", null, new Grant(Set.of("age_over_14"), Set.of()), ALLOWED);
        assertThat(answers.in(Place.USERINFO)).containsOnlyKeys("age_over_14");
    }

    @Test
    void answersOnlyWhatIsOnTheAllowListNow() {
        Answers answers = answers(
                "openid age_over_14 age_over_18",
                verified("\"name\":null," + PAIR),
                EVERYTHING,
                new AllowList(Set.of("age_over_14"), Set.of("name")));
        assertThat(answers.in(Place.USERINFO)).containsOnlyKeys("age_over_14");
    }

    @ParameterizedTest
    @CsvSource({"false,true", "true,false"})
    void leavesOutAnAnswerThatTheIspDidNotName(boolean wanted, boolean given) {
        assertThat(answers("openid", "{\"userinfo\":{\"age_over_18\":{\"value\":" + wanted + "}}}")
                        .in(Place.USERINFO)
                        .containsKey("age_over_18"))
                .isEqualTo(given);
    }

    @Test
    void verifiesAsTheSpecificationHasIt() {
        assertThat(answers("openid", verified("\"age_over_18\":null,\"given_name\":null"))
                        .in(Place.USERINFO))
                .isEqualTo(Map.of(
                        "verified_claims",
                        Map.of(
                                "verification",
                                Map.of("trust_framework", "cn_cyberspace_id", "assurance_level", "basic"),
                                "claims",
                                Map.of("age_over_18", false))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"trust_framework\":{\"value\":\"cn_cyberspace_id\"}}",
                "{\"trust_framework\":{\"values\":[\"eidas\",\"cn_cyberspace_id\"]}}",
                "{\"trust_framework\":null,\"assurance_level\":{\"values\":[\"high\",\"basic\"]}}",
                "{\"trust_framework\":null,\"evidence\":null}",
                "{\"trust_framework\":null,\"time\":{\"max_age\":7084800}}"
            })
    void verifiesWhenTheConditionsAreMet(String verification) {
        assertThat(answers("openid", verified(verification, "\"age_over_18\":null"))
                        .in(Place.USERINFO))
                .containsOnlyKeys("verified_claims");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"trust_framework\":{\"value\":\"eidas\"}}",
                "{\"trust_framework\":{\"values\":[\"eidas\",\"de_aml\"]}}",
                "{\"trust_framework\":null,\"assurance_level\":{\"value\":\"high\"}}",
                "{\"trust_framework\":null,\"evidence\":[{\"type\":{\"value\":\"document\"}}]}",
                "{\"trust_framework\":null,\"time\":{\"value\":\"2026-09-30T15:30:00Z\"}}",
                "{\"trust_framework\":null,\"time\":{\"max_age\":7084799}}"
            })
    void leavesVerifiedClaimsOutWhenAConditionIsNotMet(String verification) {
        assertThat(answers("openid", verified(verification, "\"age_over_18\":null,\"name\":null," + PAIR))
                        .in(Place.USERINFO))
                .isEmpty();
    }

    @Test
    void tellsTheMonthAtMost() {
        assertThat(answers("openid", verified("{\"trust_framework\":null,\"time\":null}", "\"age_over_18\":null"))
                        .in(Place.USERINFO)
                        .toString())
                .contains("time=2026-09-01T00:00:00+08:00");
    }

    @Test
    void verifiesNothingByAnExpiredDocument() {
        assertThat(afterTheLastDay(1, 0))
                .isEqualTo(Map.of("age_over_14", true, "age_over_18", false, "identity_verified", false));
    }

    @ParameterizedTest
    @CsvSource({"0,0,true", "30,30,true", "31,30,false"})
    void verifiesByAnExpiredDocumentAsLongAsTheDeployerLetsIt(int daysAfterTheLastOne, int grace, boolean verified) {
        Map<String, Object> answers = afterTheLastDay(daysAfterTheLastOne, grace);
        assertThat(answers).containsEntry("identity_verified", verified).containsEntry("age_over_18", false);
        assertThat(answers.containsKey("verified_claims")).isEqualTo(verified);
    }

    private static Map<String, Object> afterTheLastDay(int days, int grace) {
        return new Answers(
                        ClaimsRequest.of(
                                "openid age_over_14 age_over_18 identity_verified",
                                verified("\"age_over_18\":null,\"name\":null")),
                        EVERYTHING,
                        ALLOWED,
                        new Facts(People.zhangSan(People.TODAY.minusDays(days)), People.TODAY, grace),
                        Optional.of(true))
                .in(Place.USERINFO);
    }

    @Test
    void tellsTheValuesThatWereTickedAndThatTheLegalBasisCovers() {
        String asked = "\"name\":null,\"mobile\":null,\"birth_date\":null,\"document_number\":null";
        assertThat(answers("openid", verified(asked)).in(Place.USERINFO).toString())
                .contains("claims={name=张三}");
        assertThat(answers("openid", verified(asked).replace("userinfo", "id_token"))
                        .in(Place.ID_TOKEN))
                .isEmpty();
    }

    @Test
    void answersAComparisonWithOneBoolean() {
        assertThat(answers("openid", verified(PAIR)).in(Place.USERINFO)).isEqualTo(Map.of("identity_match", true));
        assertThat(answers("openid", verified(PAIR)).in(Place.ID_TOKEN)).isEmpty();
        assertThat(answers("openid", null).in(Place.USERINFO)).isEmpty();
    }

    @Test
    void answersSeveralElementsAsAList() {
        String element = "{\"verification\":{\"trust_framework\":null},\"claims\":{\"age_over_18\":null}}";
        assertThat(answers("openid", "{\"userinfo\":{\"verified_claims\":[" + element + "," + element + "]}}")
                        .in(Place.USERINFO)
                        .get("verified_claims"))
                .isInstanceOfSatisfying(List.class, list -> assertThat(list).hasSize(2));
    }

    private static Answers answers(String scope, String claims) {
        return answers(scope, claims, EVERYTHING, ALLOWED);
    }

    private static Answers answers(String scope, String claims, Grant grant, AllowList allowed) {
        Facts known = new Facts(People.zhangSan(), People.TODAY, 0);
        return new Answers(ClaimsRequest.of(scope, claims), grant, allowed, known, Optional.of(true));
    }

    private static String verified(String claims) {
        return verified("{\"trust_framework\":null}", claims);
    }

    private static String verified(String verification, String claims) {
        return "{\"userinfo\":{\"verified_claims\":{\"verification\":" + verification + ",\"claims\":{" + claims
                + "}}}}";
    }
}
