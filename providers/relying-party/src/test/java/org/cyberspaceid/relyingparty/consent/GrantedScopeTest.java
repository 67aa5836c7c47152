package org.cyberspaceid.relyingparty.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cyberspaceid.relyingparty.claims.Grant;
import org.junit.jupiter.api.Test;

class GrantedScopeTest {
    private static final String ALL = "openid phone_verified age_over_18 identity_match real_identity";

    @Test
    void keepsWhatWasGrantedAndWhatNeedsNoConsent() {
        assertThat(GrantedScope.of(ALL, new Grant(Set.of("number", "phone_number_verified"), Set.of())))
                .isEqualTo("openid phone_verified");
        assertThat(GrantedScope.of(ALL, new Grant(Set.of("identity_match", "age_over_18"), Set.of("name"))))
                .isEqualTo("openid age_over_18 identity_match real_identity");
    }

    @Test
    void nothingGrantedLeavesTheSignIn() {
        assertThat(GrantedScope.of(ALL, new Grant(Set.of(), Set.of()))).isEqualTo("openid");
    }
}
