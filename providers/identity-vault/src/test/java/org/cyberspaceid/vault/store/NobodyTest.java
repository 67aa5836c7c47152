package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.prf.Prf;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.Suite;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number that nobody has is as much work for the keys as one that somebody has. */
class NobodyTest {
    @TempDir
    private Path folder;

    private final VaultDatabase database = VaultDatabase.running();
    private final AtomicInteger opened = new AtomicInteger();
    private Keyring keys;

    @BeforeEach
    void someoneIsThere() throws SQLException {
        database.execute("delete from user_entity");
        keys = TestKeys.in(
                TestKeys.keysetFile(folder), new Counting(TestKeys.custody(folder, Suite.STANDARD)), Suite.STANDARD);
        String user = database.newUser();
        database.inTransaction(em -> new SealedIdentities(em, "realm", keys).enrol(user, People.person(1, 1)));
    }

    @Test
    void asManyKeysAreOpenedForBoth() {
        assertThat(openings(1)).isEqualTo(1);
        assertThat(openings(2)).isEqualTo(1);
        assertThat(openings(2)).isEqualTo(1);
    }

    @Test
    void alsoAfterTheRecordKeyOfBeforeIsGone() {
        openings(2);
        String before = keys.recordKeys().newest();
        keys.recordKeys().makeNext(Instant.now().plusSeconds(60));
        assertThat(openings(1)).as("and sealed under the new one").isEqualTo(1);
        keys.recordKeys().destroy(before);
        assertThat(openings(2)).isEqualTo(1);
    }

    private int openings(int mobile) {
        int before = opened.get();
        IdentityVault vault =
                database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, "realm", keys));
        assertThat(vault.userWithMobile(People.mobile(mobile)).isPresent()).isEqualTo(mobile == 1);
        return opened.get() - before;
    }

    /** Counts what is opened. */
    private final class Counting implements KeyCustody {
        private final KeyCustody custody;

        Counting(KeyCustody custody) {
            this.custody = custody;
        }

        @Override
        public Aead getAead(String uri) throws GeneralSecurityException {
            Aead aead = custody.getAead(uri);
            return new Aead() {
                @Override
                public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
                    return aead.encrypt(plain, associated);
                }

                @Override
                public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
                    opened.incrementAndGet();
                    return aead.decrypt(sealed, associated);
                }
            };
        }

        @Override
        public boolean doesSupport(String uri) {
            return custody.doesSupport(uri);
        }

        @Override
        public KmsClient withCredentials(String path) {
            return this;
        }

        @Override
        public KmsClient withDefaultCredentials() {
            return this;
        }

        @Override
        public SortedSet<String> sealingKeys() {
            return custody.sealingKeys();
        }

        @Override
        public void createSealingKey(String name) {
            custody.createSealingKey(name);
        }

        @Override
        public void destroySealingKey(String name) {
            custody.destroySealingKey(name);
        }

        @Override
        public String uri(String name) {
            return custody.uri(name);
        }

        @Override
        public boolean derives() {
            return custody.derives();
        }

        @Override
        public void createDerivationKey(KeyPurpose purpose) {
            custody.createDerivationKey(purpose);
        }

        @Override
        public Optional<Prf> derivationKey(KeyPurpose purpose) {
            return custody.derivationKey(purpose);
        }
    }
}
