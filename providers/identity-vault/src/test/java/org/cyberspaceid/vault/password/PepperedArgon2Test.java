package org.cyberspaceid.vault.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.Suite;
import org.cyberspaceid.vault.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.crypto.hash.Argon2Parameters;
import org.keycloak.crypto.hash.Argon2PasswordHashProvider;
import org.keycloak.models.credential.PasswordCredentialModel;

@ParameterizedClass
@EnumSource(Suite.class)
class PepperedArgon2Test {
    private static final String PASSWORD = "40718263";

    @Parameter
    Suite suite;

    @TempDir
    Path folder;

    private final PasswordHashProvider argon2 = argon2(Argon2Parameters.DEFAULT_MEMORY);
    private Keyring keys;

    @BeforeEach
    void openKeys() {
        keys = TestKeys.in(folder, suite);
    }

    @Test
    void confirmsTheRightPasswordAlsoAfterARestart() {
        PasswordCredentialModel stored = stored(hash(argon2).encodedCredential(PASSWORD, -1));
        keys = TestKeys.in(folder, suite);
        assertThat(hash(argon2).verify(PASSWORD, stored)).isTrue();
        assertThat(hash(argon2).verify("40718264", stored)).isFalse();
        assertThat(stored.getPasswordCredentialData().getAlgorithm()).isEqualTo(PepperedArgon2Factory.PROVIDER_ID);
        assertThat(hash(argon2).policyCheck(null, stored)).isTrue();
        assertThat(hash(argon2).encodedCredential(PASSWORD, -1).getSecretData()).isNotEqualTo(stored.getSecretData());
    }

    /** Keycloak makes such a credential anew when its owner signs in. */
    @Test
    void anOldPepperOldParametersOrNoPepperIsToBeMadeAnew() {
        PasswordCredentialModel before = stored(hash(argon2).encodedCredential(PASSWORD, -1));
        TestKeys.setup(folder).addKey(KeyPurpose.PASSWORD_PEPPER);
        keys.refresh();
        assertThat(hash(argon2).verify(PASSWORD, before)).isTrue();
        assertThat(hash(argon2).policyCheck(null, before)).as("old pepper").isFalse();

        PasswordCredentialModel after = stored(hash(argon2).encodedCredential(PASSWORD, -1));
        assertThat(hash(argon2).policyCheck(null, after)).isTrue();
        assertThat(hash(argon2(8192)).policyCheck(null, after))
                .as("other parameters")
                .isFalse();
        assertThat(hash(argon2(8192)).verify(PASSWORD, after)).isTrue();
        PasswordCredentialModel plain = stored(argon2.encodedCredential(PASSWORD, -1));
        assertThat(hash(argon2).policyCheck(null, plain)).as("no pepper").isFalse();
    }

    @Test
    void aPepperThatIsGoneIsToldAndConfirmsNothing() {
        PasswordCredentialModel before = stored(hash(argon2).encodedCredential(PASSWORD, -1));
        int old = keys.primaryPepper();
        TestKeys.setup(folder).addKey(KeyPurpose.PASSWORD_PEPPER);
        TestKeys.setup(folder).removeKey(KeyPurpose.PASSWORD_PEPPER, old);
        keys.refresh();
        assertThatThrownBy(() -> hash(argon2).verify(PASSWORD, before)).isInstanceOf(KeysUnusableException.class);
    }

    /**
     * A thief has the whole credential and tries candidates, the right one among them: without the pepper's key none is confirmed, not
     * even with a pepper of the thief's own; with the key exactly the right one is.
     */
    @Test
    void withoutThePepperNoGuessIsConfirmed() {
        PasswordCredentialModel stolen = stored(hash(argon2).encodedCredential(PASSWORD, -1));
        Keyring others = TestKeys.in(folder.resolve("thief"), suite);
        PasswordCredentialModel thiefsCopy = underPepper(stolen, others.primaryPepper());
        List<String> candidates = Stream.concat(
                        Stream.of(PASSWORD), IntStream.range(0, 60).mapToObj("407182%02d"::formatted))
                .distinct()
                .toList();
        assertThat(candidates).hasSize(61);
        for (String candidate : candidates) {
            assertThat(argon2.verify(candidate, stolen)).as("plain Argon2id").isFalse();
            assertThat(argon2.verify(base64(candidate), stolen)).isFalse();
            assertThat(new PepperedArgon2(argon2, others).verify(candidate, thiefsCopy))
                    .as("another pepper")
                    .isFalse();
            assertThat(hash(argon2).verify(candidate, stolen)).isEqualTo(candidate.equals(PASSWORD));
        }
    }

    /** The same credential, naming another pepper. */
    private static PasswordCredentialModel underPepper(PasswordCredentialModel stolen, int pepper) {
        PasswordCredentialModel copy = stored(stolen);
        String id = Integer.toUnsignedString(pepper);
        copy.getPasswordCredentialData().getAdditionalParameters().putSingle(PepperedArgon2.PEPPER, id);
        return copy;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private PepperedArgon2 hash(PasswordHashProvider inner) {
        return new PepperedArgon2(inner, keys);
    }

    /** Through the database and back. */
    private static PasswordCredentialModel stored(PasswordCredentialModel made) {
        return PasswordCredentialModel.createFromCredentialModel(made);
    }

    private static PasswordHashProvider argon2(int memory) {
        return new Argon2PasswordHashProvider(
                Argon2Parameters.DEFAULT_VERSION,
                Argon2Parameters.DEFAULT_TYPE,
                Argon2Parameters.DEFAULT_HASH_LENGTH,
                memory,
                Argon2Parameters.DEFAULT_ITERATIONS,
                Argon2Parameters.DEFAULT_PARALLELISM,
                new Semaphore(2));
    }
}
