package org.cyberspaceid.relyingparty.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsentPagesTest {
    @Test
    void namesTheHostOrTheAppsScheme() {
        assertThat(ConsentPages.hostOf("https://shop.example:8443/login?x=1")).isEqualTo("shop.example");
        assertThat(ConsentPages.hostOf("com.example.app:/back")).isEqualTo("com.example.app");
    }

    @Test
    void textsAreNamedByScope() {
        assertThat(ConsentPages.text("phone_number_verified")).isEqualTo("phone_verified");
        assertThat(ConsentPages.text("identity_match")).isEqualTo("identity_match");
    }
}
