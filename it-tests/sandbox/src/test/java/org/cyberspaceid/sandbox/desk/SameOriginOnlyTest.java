package org.cyberspaceid.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SameOriginOnlyTest {
    private static final Optional<String> HOST = Optional.of("localhost:8099");
    private static final Optional<String> NONE = Optional.empty();

    private final SameOriginOnly guard = new SameOriginOnly(8099);

    @Test
    void letsProgramsAndItsOwnPagesChangeThings() {
        assertThat(guard.allows(HOST, NONE, NONE, true)).isTrue();
        assertThat(guard.allows(HOST, Optional.of("http://localhost:8099"), Optional.of("same-origin"), true))
                .isTrue();
        assertThat(guard.allows(Optional.of("127.0.0.1:8099"), NONE, NONE, false))
                .isTrue();
    }

    @Test
    void refusesAPageOfAnotherSite() {
        assertThat(guard.allows(HOST, Optional.of("https://evil.example"), NONE, true))
                .isFalse();
        assertThat(guard.allows(HOST, Optional.of("http://localhost:8090"), Optional.of("same-site"), true))
                .isFalse();
        assertThat(guard.allows(HOST, Optional.of("null"), NONE, true)).isFalse();
        assertThat(guard.allows(HOST, NONE, Optional.of("cross-site"), true)).isFalse();
    }

    @Test
    void refusesANameThatWasPointedAtTheLoopbackInterface() {
        assertThat(guard.allows(Optional.of("evil.example:8099"), NONE, NONE, false))
                .isFalse();
        assertThat(guard.allows(NONE, NONE, NONE, false)).isFalse();
    }

    @Test
    void aLinkFromElsewhereMayShowAPage() {
        assertThat(guard.allows(HOST, NONE, Optional.of("cross-site"), false)).isTrue();
    }
}
