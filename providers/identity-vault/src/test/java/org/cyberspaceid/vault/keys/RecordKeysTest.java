package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An HSM that is away is no meddling with the database: nobody is told that a record is damaged. */
class RecordKeysTest {
    private static final String NAME = "record-20260131t235959z-abcdef";
    private static final LengthPrefixed PLACE = LengthPrefixed.of("place");

    @Test
    void anHsmThatIsAwayIsToldFromABrokenSeal() {
        assertThatThrownBy(() -> keys(new HsmUnreachableException(null)).open(NAME, new byte[40], PLACE))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("HSM is not there");
        assertThatThrownBy(() -> keys(new GeneralSecurityException("tag")).open(NAME, new byte[40], PLACE))
                .isInstanceOf(SealBrokenException.class);
    }

    /** A custody whose one key answers with a fault. */
    private static RecordKeys keys(GeneralSecurityException fault) {
        Aead failing = new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
                throw fault;
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
                throw fault;
            }
        };
        SortedSet<String> names = new TreeSet<>(Set.of(NAME));
        return new RecordKeys((KeyCustody) Proxy.newProxyInstance(
                RecordKeysTest.class.getClassLoader(),
                new Class<?>[] {KeyCustody.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sealingKeys" -> names;
                    case "getAead" -> failing;
                    default -> NAME;
                }));
    }
}
