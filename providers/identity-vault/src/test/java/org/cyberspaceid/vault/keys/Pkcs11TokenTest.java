package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

/** An HSM that goes away and comes back. SoftHSM never does, so its return values are thrown in its place. */
class Pkcs11TokenTest {
    private static final SoftHsm.Token SOFT_HSM = SoftHsm.freshToken();

    private final AtomicLong nanos = new AtomicLong();
    private final Pkcs11Token token = new Pkcs11Token(SOFT_HSM.settings(), nanos::get);
    private final List<Pkcs11Connection> used = new ArrayList<>();

    private static ProviderException gone() {
        return new ProviderException("doFinal() failed", new Exception("CKR_SESSION_HANDLE_INVALID"));
    }

    /** Answers over any connection but this. */
    private Pkcs11Token.Use<String> answersExceptOver(Pkcs11Connection dead) {
        return connection -> {
            used.add(connection);
            if (connection == dead) {
                throw gone();
            }
            return "answer";
        };
    }

    private Pkcs11Connection current() throws GeneralSecurityException {
        return token.use(connection -> connection);
    }

    @Test
    void triesOnceMoreOverANewConnectionAndKeepsIt() throws GeneralSecurityException {
        Pkcs11Connection first = current();
        assertThat(token.use(answersExceptOver(first))).isEqualTo("answer");
        assertThat(token.use(answersExceptOver(first))).isEqualTo("answer");
        assertThat(used).hasSize(3).startsWith(first);
        assertThat(used.get(1)).isNotSameAs(first).isSameAs(used.get(2));
    }

    @Test
    void tellsAnHsmThatStaysAwayAfterTheSecondTry() {
        assertThatThrownBy(() -> token.use(connection -> {
                    used.add(connection);
                    throw gone();
                }))
                .isInstanceOf(HsmUnreachableException.class)
                .hasMessage("the HSM does not answer");
        assertThat(used).hasSize(2);
    }

    @Test
    void doesNotRepeatWhatTheDataAreToBlameFor() {
        assertThatThrownBy(() -> token.use(connection -> {
                    used.add(connection);
                    throw new AEADBadTagException("CKR_GENERAL_ERROR");
                }))
                .isInstanceOf(AEADBadTagException.class);
        assertThat(used).hasSize(1);
    }

    @Test
    void keysInUseAreFoundAnewOverANewConnection() throws GeneralSecurityException {
        String label = "cid-derive-found-anew";
        Pkcs11Connection first = current();
        new Pkcs11Creation(first, label).run(Pkcs11KeyKind.DERIVATION);
        Optional<Pkcs11Key> key = Pkcs11Key.find(token, label);
        Pkcs11Prf derivation = new Pkcs11Prf(key.orElseThrow());
        byte[] derived = derivation.compute(new byte[1], 32);
        token.use(answersExceptOver(first));
        assertThat(current()).isNotSameAs(first);
        assertThat(derivation.compute(new byte[1], 32)).isEqualTo(derived);
    }

    @Test
    void whileTheHsmIsAwayItIsAskedOnceASecond() throws Exception {
        Path withoutPin = SOFT_HSM.pinFile().resolveSibling("kept.pin");
        Pkcs11Connection first = current();
        ((AuthProvider) first.provider()).logout();
        Files.move(SOFT_HSM.pinFile(), withoutPin);
        Pkcs11Token.Use<String> use = answersExceptOver(first);
        try {
            assertThatThrownBy(() -> token.use(use))
                    .isInstanceOf(HsmUnreachableException.class)
                    .hasStackTraceContaining("PIN file");
        } finally {
            Files.move(withoutPin, SOFT_HSM.pinFile());
        }
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertThatThrownBy(() -> token.use(use)).isInstanceOf(HsmUnreachableException.class);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(token.use(use)).isEqualTo("answer");
    }
}
