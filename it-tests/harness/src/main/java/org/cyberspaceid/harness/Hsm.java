package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * The HSM that holds the vault's keys.
 *
 * @param library its PKCS #11 library
 * @param pinFile readable for its owner only
 * @param environment what the library reads of a process
 */
public record Hsm(Path library, String tokenLabel, Path pinFile, Map<String, String> environment) {
    private static final String LABEL = "cyberspace-id";

    /** A SoftHSM with one token in this folder, made on first use; Debian's package is installed when it is missing. */
    public static Hsm soft(Path folder) {
        Path own = Folders.create(folder.toAbsolutePath());
        Path configuration = own.resolve("softhsm2.conf");
        Map<String, String> environment = Map.of("SOFTHSM2_CONF", configuration.toString());
        Path pinFile = new Secrets(own.resolve("pin")).file("hsm_pin");
        Path library = library(own);
        if (Files.notExists(configuration)) {
            Folders.create(own.resolve("tokens"));
            write(configuration, "directories.tokendir = " + own.resolve("tokens") + "\nobjectstore.backend = file\n");
            String pin = new Secrets(own.resolve("pin")).value("hsm_pin");
            List<String> command =
                    List.of("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--pin", pin, "--so-pin", pin);
            ChildProcess.run("softhsm2-util", command, environment, own.resolve("softhsm.log"));
        }
        return new Hsm(library, LABEL, pinFile, environment);
    }

    /** The script installs what is missing and prints where the library is. */
    private static Path library(Path folder) {
        Path script = Repository.root().resolve("providers/identity-vault/install-softhsm");
        Path printed = folder.resolve("library");
        ChildProcess.run("install-softhsm", List.of("bash", script.toString()), Map.of(), printed);
        try {
            List<String> lines = Files.readAllLines(printed);
            return Path.of(lines.get(lines.size() - 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, content);
        } catch (IOException cannot) {
            throw new HarnessException("cannot write " + file, cannot);
        }
    }
}
