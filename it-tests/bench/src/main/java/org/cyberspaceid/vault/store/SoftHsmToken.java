package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeyUseAudit;
import org.cyberspaceid.vault.keys.Pkcs11KeyCustody;
import org.cyberspaceid.vault.keys.Pkcs11Settings;

/**
 * A token of SoftHSM, made for one measurement. The library reads {@code SOFTHSM2_CONF} and lists the tokens once per process, so
 * there is one per process, and whoever starts it sets the variable.
 */
final class SoftHsmToken {
    private static final String PIN = "27182818";
    private static final int WITHOUT_LIMIT = 10_000_000;

    private SoftHsmToken() {}

    static KeyCustody make(Path folder) {
        try {
            Path pinFile = Files.writeString(folder.resolveSibling("pin"), PIN);
            Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-------"));
            configure();
            String label = "bench-" + Long.toHexString(new SecureRandom().nextLong());
            run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN);
            Path library = Path.of(
                    run(System.getProperty("install-softhsm", "../../providers/identity-vault/install-softhsm")));
            return new Pkcs11KeyCustody(
                    new Pkcs11Settings(library, label, pinFile), new KeyUseAudit(WITHOUT_LIMIT, Duration.ofSeconds(1)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void configure() throws IOException {
        String file = System.getenv("SOFTHSM2_CONF");
        if (file == null) {
            throw new IllegalStateException("set SOFTHSM2_CONF, as it-tests/bench/run does");
        }
        Path configuration = Path.of(file);
        if (Files.notExists(configuration)) {
            Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
            Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return output.strip();
    }
}
