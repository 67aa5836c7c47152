package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.Test;

class SealedCookiesTest {
    private static final byte[] VALUE = "device".getBytes(StandardCharsets.UTF_8);

    private final Keyring keys = TestKeys.fixed();
    private final SealedCookies cookies = new SealedCookies(keys, "realm");

    @Test
    void opensWhatItSealed() {
        String cookie = cookies.seal(VALUE);
        assertThat(cookie).matches("[A-Za-z0-9_-]+");
        assertThat(cookies.open(cookie)).hasValue(VALUE);
        assertThat(cookies.seal(VALUE)).isNotEqualTo(cookie);
    }

    @Test
    void opensNothingElse() {
        String cookie = cookies.seal(VALUE);
        assertThat(new SealedCookies(keys, "other").open(cookie)).isEmpty();
        assertThat(new SealedCookies(TestKeys.fixed(), "other").open(cookie)).isEmpty();
        for (String wrong : new String[] {"", "x", "王", "=", cookie.substring(1), cookie + "A", "A".repeat(100_000)}) {
            assertThat(cookies.open(wrong)).isEmpty();
        }
    }
}
