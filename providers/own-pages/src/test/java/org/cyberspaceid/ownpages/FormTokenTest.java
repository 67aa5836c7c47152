package org.cyberspaceid.ownpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.cyberspaceid.core.vault.CookieSeal;
import org.junit.jupiter.api.Test;

class FormTokenTest {
    private final CookieSeal seal = new MarkedSeal();
    private final FormToken token = new FormToken(seal, "my-services", "session-1");

    @Test
    void isGoodForItsOwnSessionOnly() {
        assertThat(token.isIn(token.value())).isTrue();
        assertThat(token.isIn(new FormToken(seal, "my-services", "session-2").value()))
                .isFalse();
    }

    @Test
    void isGoodForItsOwnPageOnly() {
        assertThat(token.isIn(new FormToken(seal, "my-id", "session-1").value()))
                .isFalse();
    }

    @Test
    void nothingElseIsAToken() {
        assertThat(token.isIn(null)).isFalse();
        assertThat(token.isIn("")).isFalse();
        assertThat(token.isIn("my-services:session-1")).isFalse();
        assertThat(token.isIn(seal.seal("session-1".getBytes(StandardCharsets.UTF_8))))
                .as("sealed for another use")
                .isFalse();
    }

    /** Stands in for the realm's seal: opens only what it sealed. */
    private static final class MarkedSeal implements CookieSeal {
        private static final String MARK = "sealed.";

        @Override
        public String seal(byte[] value) {
            return MARK + Base64.getUrlEncoder().encodeToString(value);
        }

        @Override
        public Optional<byte[]> open(String unverified) {
            return unverified.startsWith(MARK)
                    ? Optional.of(Base64.getUrlDecoder().decode(unverified.substring(MARK.length())))
                    : Optional.empty();
        }
    }
}
