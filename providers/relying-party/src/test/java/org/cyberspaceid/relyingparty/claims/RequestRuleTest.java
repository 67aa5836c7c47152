package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRuleTest {
    private static final RequestRule RULE =
            new RequestRule(new AllowList(Set.of("age_over_18", "identity_match", "real_identity"), Set.of("name")));
    private static final RequestRule POOR = new RequestRule(new AllowList(Set.of("age_over_18"), Set.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "openid age_over_18; -; -",
                "openid age_over_18 email; -; -",
                "openid age_over_14; -; CLAIM_NOT_ALLOWED",
                "openid; {'userinfo':{'age_over_14':null}}; CLAIM_NOT_ALLOWED",
                "openid; {'userinfo':{'email':null,'nickname':null}}; -",
                "openid identity_match; -; IDENTITY_MATCH_INCOMPLETE",
                "openid real_identity; -; REAL_IDENTITY_NAMES_NO_VALUE",
                "openid; {'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':null}}}}; -",
                "openid; {'id_token':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':null}}}}; REAL_IDENTITY_ONLY_IN_USERINFO",
                "openid; {'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'mobile':null}}}}; LEGAL_BASIS_MISSING"
            })
    void refusesMoreThanTheClientMayAsk(String scope, String claims, RequestProblem problem) {
        assertThat(refusal(RULE, scope, claims)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "openid identity_match; -",
                "openid real_identity; -",
                "openid; {'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':null}}}}",
                "openid; {'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':{'value':'a'},'document_number':{'value':'b'}}}}}"
            })
    void takesNoScopeOfTheTableForGranted(String scope, String claims) {
        assertThat(refusal(POOR, scope, claims)).isEqualTo(RequestProblem.CLAIM_NOT_ALLOWED);
    }

    private static RequestProblem refusal(RequestRule rule, String scope, String claims) {
        String json = claims == null ? null : claims.replace('\'', '"');
        ClaimsRefusedException refused = catchThrowableOfType(
                ClaimsRefusedException.class, () -> rule.check(scope, ClaimsRequest.of(scope, json)));
        return refused == null ? null : refused.problem();
    }
}
