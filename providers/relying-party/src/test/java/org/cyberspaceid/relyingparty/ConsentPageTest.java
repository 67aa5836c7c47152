package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsentPageTest {
    @Test
    void namesTheHostOrTheAppsScheme() {
        assertThat(ConsentPage.hostOf("https://shop.example:8443/login?x=1")).isEqualTo("shop.example");
        assertThat(ConsentPage.hostOf("com.example.app:/back")).isEqualTo("com.example.app");
    }
}
