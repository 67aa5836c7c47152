package org.cyberspaceid.relyingparty.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.relyingparty.claims.ClaimsRequest.Asked;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.ClaimsRepresentation;
import org.keycloak.representations.ClaimsRepresentation.ClaimContext;
import org.keycloak.util.JsonSerialization;

class StoredClaimsTest {
    private static final String SENT = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"a\",\"purpose\":\"p\"},"
            + "\"age_over_18\":{\"essential\":true,\"purpose\":\"p\"}},"
            + "\"userinfo\":{\"nickname\":{\"value\":\"李四\"},\"verified_claims\":["
            + "{\"verification\":{\"trust_framework\":{\"value\":\"cn_cyberspace_id\"}},"
            + "\"claims\":{\"name\":{\"value\":\"张三\"},\"document_number\":{\"value\":\"E12345678\",\"essential\":true},\"age_over_60\":null}},"
            + "{\"verification\":{\"trust_framework\":null},\"claims\":{\"mobile\":{\"essential\":true}}},"
            + "{\"verification\":{\"trust_framework\":null},\"claims\":{\"given_name\":{\"value\":\"三\"}}}]},"
            + "\"other\":\"李四\"}";

    private final StoredClaims stored = new StoredClaims(new MatchHash(People.index(), "shop"));

    @Test
    void holdsNoNameAndNoNumber() {
        assertThat(stored.of(SENT))
                .doesNotContain("张三", "E12345678", "李四", "\"三\"", "purpose")
                .contains(
                        new MatchHash(People.index(), "shop").of(new IdentityMatch.Supplied("张三", "E12345678", true)));
    }

    @Test
    void asksTheSame() {
        ClaimsRequest kept = ClaimsRequest.of("openid", stored.of(SENT));
        assertThat(kept.facts()).containsExactly(new Asked("age_over_18", true), new Asked("age_over_60", false));
        assertThat(kept.realIdentityValues()).containsExactly(new Asked("mobile", true));
        assertThat(kept.match()).containsInstanceOf(IdentityMatch.Hashed.class);
        assertThat(kept.isIdentityMatchEssential()).isTrue();
        assertThat(kept.verified(Place.USERINFO).get(0).verification())
                .isEqualTo(ClaimsRequest.of("openid", SENT)
                        .verified(Place.USERINFO)
                        .get(0)
                        .verification());
        assertThat(stored.of(stored.of(SENT))).isEqualTo(stored.of(SENT));
    }

    @Test
    void isReadByKeycloakToo() throws Exception {
        ClaimsRepresentation claims = JsonSerialization.readValue(stored.of(SENT), ClaimsRepresentation.class);
        assertThat(claims.getClaimValue("acr", ClaimContext.ID_TOKEN, String.class)
                        .getValue())
                .isEqualTo("a");
    }
}
