package org.cyberspaceid.signin.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

class DeviceTokenTest {
    private static final String ISSUER = "https://id.example/realms/cyberspace-id";
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void isGoodForHalfAYearInItsOwnRealm() throws IOException {
        DeviceToken token = read(JsonSerialization.writeValueAsString(DeviceToken.fresh(ISSUER, NOW)));
        assertThat(token.isGood(ISSUER, NOW)).isTrue();
        assertThat(token.isGood(ISSUER, NOW.plus(Duration.ofDays(180)).minusSeconds(1)))
                .isTrue();
        assertThat(token.isGood(ISSUER, NOW.plus(Duration.ofDays(180)))).isFalse();
        assertThat(token.isGood("https://id.example/realms/other", NOW)).isFalse();
    }

    @Test
    void holdsRandomBitsAndNothingAboutAnybody() throws IOException {
        String json = JsonSerialization.writeValueAsString(DeviceToken.fresh(ISSUER, NOW));
        assertThat(JsonSerialization.readValue(json, Map.class)).containsOnlyKeys("typ", "jti", "iss", "exp");
        assertThat(DeviceToken.fresh(ISSUER, NOW).hash())
                .isNotEqualTo(DeviceToken.fresh(ISSUER, NOW).hash())
                .hasSize(32);
    }

    @Test
    void otherThingsTheRealmSignsAreNoDevices() throws IOException {
        assertThat(read("{\"typ\":\"Serialized-ID\",\"jti\":\"x\",\"iss\":\"" + ISSUER + "\",\"exp\":4000000000}")
                        .isGood(ISSUER, NOW))
                .isFalse();
        assertThat(read("{\"typ\":\"Cyberspace-ID-Device\",\"iss\":\"" + ISSUER + "\",\"exp\":4000000000}")
                        .isGood(ISSUER, NOW))
                .isFalse();
        assertThat(read("{\"typ\":\"Cyberspace-ID-Device\",\"jti\":\"x\",\"iss\":\"" + ISSUER + "\"}")
                        .isGood(ISSUER, NOW))
                .isFalse();
        assertThat(read("{}").isGood(ISSUER, NOW)).isFalse();
    }

    private static DeviceToken read(String json) throws IOException {
        return JsonSerialization.readValue(json, DeviceToken.class);
    }
}
