package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EssentialClaimsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "{'userinfo':{'age_over_18':null}}; -",
                "{'userinfo':{'age_over_14':{'essential':true}}}; -",
                "{'userinfo':{'age_over_18':{'essential':true}}}; age_over_18",
                "{'id_token':{'age_over_18':{'essential':true}},'userinfo':{'age_over_18':null}}; age_over_18",
                "{'userinfo':{'age_over_18':{'essential':true,'value':false}}}; -",
                "{'userinfo':{'age_over_14':{'essential':true,'value':false}}}; age_over_14",
                "{'userinfo':{'age_over_14':{'essential':true,'values':[true,false]}}}; -",
                "{'userinfo':{'mainland_resident':{'essential':true}}}; mainland_resident",
                "{'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'age_over_18':{'essential':true}}}}}; age_over_18",
                "{'userinfo':{'verified_claims':{'verification':{'trust_framework':{'value':'eidas'}},'claims':{'age_over_14':{'essential':true},'name':{'essential':true},'mobile':null}}}}; age_over_14 name",
                "{'userinfo':{'verified_claims':{'verification':{'trust_framework':null},'claims':{'name':{'essential':true}}}}}; -"
            })
    void namesWhatIsFalseUnknownOrNotVerified(String claims, String unmet) {
        assertThat(EssentialClaims.unmet(
                        ClaimsRequest.of("openid age_over_18", claims.replace('\'', '"')),
                        new Facts(People.zhangSan(), People.TODAY, 0)))
                .containsExactlyElementsOf(unmet == null ? java.util.List.of() : Arrays.asList(unmet.split(" ")));
    }
}
