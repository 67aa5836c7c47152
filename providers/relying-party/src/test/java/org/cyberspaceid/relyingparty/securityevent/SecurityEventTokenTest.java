package org.cyberspaceid.relyingparty.securityevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SecurityEventTokenTest {
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    @ParameterizedTest
    @EnumSource(SecurityEventType.class)
    void saysWhoInTheWordsOfTheIspAndNothingElse(SecurityEventType type) {
        assertThat(SecurityEventToken.claims(event(type)))
                .containsOnlyKeys("iss", "jti", "iat", "aud", "sub_id", "events")
                .containsEntry("iss", "https://id.example/realms/r")
                .containsEntry("jti", "unique")
                .containsEntry("iat", 1_700_000_000L)
                .containsEntry("aud", "shop")
                .containsEntry(
                        "sub_id", Map.of("format", "iss_sub", "iss", "https://id.example/realms/r", "sub", "2ABC"));
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT_PURGED,account-purged", "ACCOUNT_DISABLED,account-disabled"})
    void anEndHasNoDetails(SecurityEventType type, String name) {
        assertThat(SecurityEventToken.claims(event(type))).containsEntry("events", Map.of(RISC + name, Map.of()));
    }

    @Test
    void aCompromiseNamesThePassword() {
        assertThat(SecurityEventToken.claims(event(SecurityEventType.CREDENTIAL_COMPROMISE)))
                .containsEntry("events", Map.of(RISC + "credential-compromise", Map.of("credential_type", "password")));
    }

    @Test
    void comesOutOfTheQueueAsItWentIn() {
        SecurityEvent event = event(SecurityEventType.ACCOUNT_PURGED);
        assertThat(SecurityEvent.of(event.json())).isEqualTo(event);
    }

    private static SecurityEvent event(SecurityEventType type) {
        return new SecurityEvent("https://id.example/realms/r", "shop", "2ABC", type, "unique", 1_700_000_000);
    }
}
