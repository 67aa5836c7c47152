package org.cyberspaceid.relyingparty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutUsernameTest {
    @Test
    void dropsTheUsernameAndKeepsTheRest() {
        byte[] json = "{\"sub\":\"X\",\"username\":\"f3a9\",\"active\":true}".getBytes(UTF_8);
        assertThat(new String(WithoutUsername.strip(json), UTF_8)).isEqualTo("{\"sub\":\"X\",\"active\":true}");
    }
}
