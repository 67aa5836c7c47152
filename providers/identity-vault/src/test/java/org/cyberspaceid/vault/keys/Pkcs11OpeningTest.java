package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can get wrong. Nobody ever logs in to this token, for a login holds for the whole process. */
class Pkcs11OpeningTest {
    private static final SoftHsm.Token TOKEN = SoftHsm.freshToken();
    private static final String WRONG_PIN = "13579246";

    @TempDir
    Path folder;

    private Path pinFile;

    @BeforeEach
    void writePin() throws IOException {
        pinFile = folder.resolve("pin");
        Files.writeString(pinFile, WRONG_PIN);
        Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-------"));
    }

    private void assertRefused(Pkcs11Settings settings, String... words) {
        KeyUseAudit audit = new KeyUseAudit(1, Duration.ZERO);
        assertThatThrownBy(() -> new Pkcs11KeyCustody(settings, audit))
                .isInstanceOf(KeysUnusableException.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(words))
                .satisfies(refused -> assertThat(stackTrace(refused)).doesNotContain(WRONG_PIN));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Pkcs11Settings withPinFile() {
        return new Pkcs11Settings(TOKEN.library(), TOKEN.label(), pinFile);
    }

    @Test
    void refusesAWrongPin() {
        assertRefused(withPinFile(), "refuses the PIN", "CKR_PIN_INCORRECT", "lock");
    }

    @Test
    void aRefusedPinIsNotSentAgain() throws Exception {
        Pkcs11Pin pin = new Pkcs11Pin(pinFile);
        Callback[] asked = {new PasswordCallback("PIN", false)};
        pin.handle(asked);
        assertThat(((PasswordCallback) asked[0]).getPassword()).containsExactly(WRONG_PIN.toCharArray());

        Pkcs11Slot slot = Pkcs11Slots.find(TOKEN.settings());
        assertThatThrownBy(() -> Pkcs11Connection.open(slot, pin)).hasMessageContaining("CKR_PIN_INCORRECT");
        assertThatThrownBy(() -> pin.handle(asked)).isInstanceOf(KeysUnusableException.class);
        assertThatThrownBy(() -> Pkcs11Connection.open(slot, pin))
                .isInstanceOf(KeysUnusableException.class)
                .hasRootCauseMessage("The HSM refused the PIN; it is not sent again before a restart.");
    }

    @Test
    void refusesAMissingPinFile() throws IOException {
        Files.delete(pinFile);
        assertRefused(withPinFile(), "PIN file", pinFile.toString(), "does not exist", "chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------"})
    void refusesAPinFileThatOthersMayRead(String permissions) throws IOException {
        Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString(permissions));
        assertRefused(withPinFile(), "PIN file", permissions, "chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void refusesAnEmptyPinFile(String content) throws IOException {
        Files.writeString(pinFile, content);
        assertRefused(withPinFile(), "PIN file", "is empty");
    }

    @Test
    void refusesAMissingLibrary() {
        Path library = folder.resolve("libhsm.so");
        assertRefused(new Pkcs11Settings(library, TOKEN.label(), pinFile), library.toString(), "does not exist");
    }

    @Test
    void refusesAFileThatIsNoLibrary() throws IOException {
        Path library = Files.writeString(folder.resolve("libhsm.so"), "no library");
        assertRefused(new Pkcs11Settings(library, TOKEN.label(), pinFile), library.toString(), "shows no token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib\"hsm.so", "lib\nhsm.so", "lib${user.home}.so", "lib\\hsm.so"})
    void refusesAPathThatWouldBeReadAsSettings(String library) {
        assertThatThrownBy(() -> new Pkcs11Settings(folder.resolve(library), TOKEN.label(), pinFile))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cid-test", "CID-TEST-0", "another"})
    void refusesALabelThatNoTokenHasAndTellsThoseThereAre(String label) {
        assertRefused(new Pkcs11Settings(TOKEN.library(), label, pinFile), "'" + label + "'", TOKEN.label());
    }

    @Test
    void thePathMayHaveBlanks() throws IOException {
        Path library = Files.copy(
                TOKEN.library(), Files.createDirectory(folder.resolve("my hsm")).resolve("lib hsm.so"));
        assertRefused(new Pkcs11Settings(library, TOKEN.label(), pinFile), "refuses the PIN");
    }
}
