package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every deployment's keys do: both suites, with keys in files and in an HSM. */
@ParameterizedClass
@EnumSource(Deployment.class)
class KeyringTest {
    private static final byte[] PLAIN = "王小明".getBytes(StandardCharsets.UTF_8);
    private static final LengthPrefixed PLACE = LengthPrefixed.of("realm", "person", "field");
    private static final LengthPrefixed ELSEWHERE = LengthPrefixed.of("realm", "another", "field");

    @Parameter
    Deployment deployment;

    @TempDir
    Path folder;

    private Keyring keys;

    @BeforeEach
    void openKeys() {
        keys = deployment.keys(folder);
    }

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE);
        assertThat(deployment.keys(folder).open(KeyPurpose.DEVICE_COOKIE, sealed, PLACE))
                .isEqualTo(PLAIN);
        assertThat(keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE)).isNotEqualTo(sealed);
    }

    @Test
    void findsEveryFlippedBitAndEveryTruncation() {
        byte[] sealed = keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE);
        for (int at = 0; at < sealed.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = sealed.clone();
                flipped[at] ^= (byte) (1 << bit);
                refuses(() -> keys.open(KeyPurpose.DEVICE_COOKIE, flipped, PLACE));
            }
            byte[] truncated = Arrays.copyOf(sealed, at);
            refuses(() -> keys.open(KeyPurpose.DEVICE_COOKIE, truncated, PLACE));
        }
    }

    @Test
    void opensInNoOtherPlace() {
        byte[] sealed = keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE);
        refuses(() -> keys.open(KeyPurpose.DEVICE_COOKIE, sealed, ELSEWHERE));
    }

    @Test
    void derivesTheSameForTheSameOnly() {
        for (KeyPurpose purpose : KeyPurpose.neverReplaced()) {
            byte[] derived = keys.derive(purpose, PLACE);
            assertThat(derived).hasSize(32).isEqualTo(deployment.keys(folder).derive(purpose, PLACE));
            assertThat(derived).isNotEqualTo(keys.derive(purpose, ELSEWHERE));
        }
        assertThat(keys.derive(KeyPurpose.BLIND_INDEX, PLACE)).isNotEqualTo(keys.derive(KeyPurpose.PERSON_KEY, PLACE));
        assertThat(keys.derive(KeyPurpose.BLIND_INDEX, PLACE))
                .isNotEqualTo(deployment.keys(folder.resolve("other")).derive(KeyPurpose.BLIND_INDEX, PLACE));
    }

    @Test
    void aDataKeySealsOnePersonsValues() {
        DataKey key = DataKey.fresh(keys.suite());
        String recordKey = keys.recordKeys().newest();
        byte[] sealedKey = key.sealedBy(keys, recordKey, PLACE);
        byte[] sealed = key.seal(PLAIN, PLACE);

        Keyring later = deployment.keys(folder);
        assertThat(DataKey.open(later, recordKey, sealedKey, PLACE, "somebody").open("record", sealed, PLACE))
                .isEqualTo(PLAIN);
        refuses(() -> DataKey.open(later, recordKey, sealedKey, ELSEWHERE, "somebody"));
        refuses(() ->
                DataKey.open(later, recordKey, sealedKey, PLACE, "somebody").open("record", sealed, ELSEWHERE));
        refuses(() -> DataKey.fresh(keys.suite()).open("record", sealed, PLACE));
    }

    @Test
    void aNewRecordKeySealsAndTheOldOneOpensUntilItIsDestroyed() {
        String first = keys.recordKeys().newest();
        byte[] dataKey = new byte[keys.suite().dataKeyBytes()];
        byte[] underFirst = keys.recordKeys().seal(first, dataKey, PLACE);
        Keyring otherNode = deployment.keys(folder);

        String second = keys.recordKeys().makeNext(Instant.now().plusSeconds(60));
        assertThat(keys.recordKeys().newest()).isEqualTo(second);
        byte[] underSecond = keys.recordKeys().seal(second, dataKey, PLACE);
        assertThat(otherNode.recordKeys().open(second, underSecond, PLACE)).isEqualTo(dataKey);
        assertThat(otherNode.recordKeys().open(first, underFirst, PLACE)).isEqualTo(dataKey);
        refuses(() -> keys.recordKeys().open(second, underFirst, PLACE));

        keys.recordKeys().destroy(first);
        refuses(() -> keys.recordKeys().open(first, underFirst, PLACE));
        assertThat(deployment.keys(folder).recordKeys().look()).containsExactly(second);
    }

    @Test
    void anAddedKeyIsUsedAndOlderOnesStillOpenOnEveryNode() {
        byte[] before = keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE);
        Keyring otherNode = deployment.keys(folder);

        int added = deployment.setup(folder).addKey(KeyPurpose.DEVICE_COOKIE);
        assertThatThrownBy(() -> deployment.setup(folder).removeKey(KeyPurpose.DEVICE_COOKIE, added))
                .as("the key in use")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.refresh()).isTrue();
        assertThat(keys.refresh()).isFalse();
        byte[] after = keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE);
        assertThat(otherNode.open(KeyPurpose.DEVICE_COOKIE, after, PLACE)).isEqualTo(PLAIN);
        assertThat(otherNode.open(KeyPurpose.DEVICE_COOKIE, before, PLACE)).isEqualTo(PLAIN);

        deployment.setup(folder).removeKey(KeyPurpose.DEVICE_COOKIE, firstOf(KeyPurpose.DEVICE_COOKIE, added));
        Keyring restarted = deployment.keys(folder);
        refuses(() -> restarted.open(KeyPurpose.DEVICE_COOKIE, before, PLACE));
        assertThat(restarted.open(KeyPurpose.DEVICE_COOKIE, after, PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void peppersAreNamedByIds() {
        int first = keys.primaryPepper();
        byte[] underFirst = keys.pepper(first, PLACE);
        Keyring otherNode = deployment.keys(folder);
        int second = deployment.setup(folder).addKey(KeyPurpose.PASSWORD_PEPPER);
        assertThat(otherNode.pepper(second, PLACE)).hasSize(32).isNotEqualTo(underFirst);
        assertThat(otherNode.primaryPepper()).isEqualTo(second);
        assertThat(otherNode.pepper(first, PLACE)).isEqualTo(underFirst);
        assertThatThrownBy(() -> keys.pepper(first + second + 1, PLACE)).isInstanceOf(KeysUnusableException.class);
    }

    @Test
    void keysThatAreNeverReplacedAreOnlyWrappedAnew() {
        KeySetup setup = deployment.setup(folder);
        byte[] sealed = keys.seal(KeyPurpose.DEVICE_COOKIE, PLAIN, PLACE);
        String old = setup.wrapAnew();
        setup.destroyRootKey(old);
        Keyring later = deployment.keys(folder);
        for (KeyPurpose purpose : KeyPurpose.neverReplaced()) {
            assertThat(later.derive(purpose, PLACE)).isEqualTo(keys.derive(purpose, PLACE));
            assertThatThrownBy(() -> setup.addKey(purpose)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(later.open(KeyPurpose.DEVICE_COOKIE, sealed, PLACE)).isEqualTo(PLAIN);
        String inUse = setup.inventory().sealedBy();
        assertThatThrownBy(() -> setup.destroyRootKey(inUse)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> setup.destroyRootKey(later.recordKeys().newest()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereIsNoStartWithoutARecordKey() {
        keys.recordKeys().look().forEach(name -> deployment.custody(folder).destroySealingKey(name));
        assertThatThrownBy(() -> deployment.keys(folder))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("no sealing key of records");
    }

    private int firstOf(KeyPurpose purpose, int other) {
        var keyset = deployment.setup(folder).inventory().keysets().get(purpose);
        return keyset.getAt(0).getId() == other
                ? keyset.getAt(1).getId()
                : keyset.getAt(0).getId();
    }

    private static void refuses(ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(SealBrokenException.class);
    }
}
