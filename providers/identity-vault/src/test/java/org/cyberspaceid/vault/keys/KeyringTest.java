package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyringTest {
    private static final byte[] PLAIN = "王小明".getBytes(StandardCharsets.UTF_8);
    private static final LengthPrefixed PLACE = LengthPrefixed.of("realm", "person", "field");

    @TempDir
    Path folder;

    private Keyring keys;

    @BeforeEach
    void openKeys() {
        keys = TestKeys.in(folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD", "ENROLMENT"})
    void opensWhatItSealedAlsoAfterARestart(KeyPurpose purpose) {
        byte[] sealed = keys.seal(purpose, PLAIN, PLACE);
        assertThat(TestKeys.in(folder).open(purpose, sealed, PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(keys.seal(KeyPurpose.RECORD, PLAIN, PLACE)).isNotEqualTo(keys.seal(KeyPurpose.RECORD, PLAIN, PLACE));
    }

    @Test
    void findsEveryFlippedBitAndEveryTruncation() {
        byte[] sealed = keys.seal(KeyPurpose.RECORD, PLAIN, PLACE);
        for (int at = 0; at < sealed.length; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            refuses(KeyPurpose.RECORD, flipped, PLACE);
            refuses(KeyPurpose.RECORD, Arrays.copyOf(sealed, at), PLACE);
        }
    }

    @Test
    void opensInNoOtherPlaceAndForNoOtherPurpose() {
        byte[] sealed = keys.seal(KeyPurpose.RECORD, PLAIN, PLACE);
        refuses(KeyPurpose.RECORD, sealed, LengthPrefixed.of("realm", "another", "field"));
        refuses(KeyPurpose.ENROLMENT, sealed, PLACE);
    }

    @Test
    void derivesTheSameForTheSameOnly() {
        byte[] derived = keys.derive(KeyPurpose.BLIND_INDEX, PLACE);
        assertThat(derived).hasSize(32).isEqualTo(TestKeys.in(folder).derive(KeyPurpose.BLIND_INDEX, PLACE));
        assertThat(derived)
                .isNotEqualTo(keys.derive(KeyPurpose.BLIND_INDEX, LengthPrefixed.of("realm", "personfield")));
        assertThat(derived).isNotEqualTo(keys.derive(KeyPurpose.PERSON_KEY, PLACE));
        assertThat(derived).isNotEqualTo(TestKeys.in(folder.resolve("other")).derive(KeyPurpose.BLIND_INDEX, PLACE));
    }

    private void refuses(KeyPurpose purpose, byte[] sealed, LengthPrefixed place) {
        assertThatThrownBy(() -> keys.open(purpose, sealed, place)).isInstanceOf(SealBrokenException.class);
    }
}
