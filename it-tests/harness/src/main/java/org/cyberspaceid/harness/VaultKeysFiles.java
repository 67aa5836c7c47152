package org.cyberspaceid.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identity vault's keys, made by the vault's own tool, as an operator would.
 *
 * @param hsm where the sealing keys are; empty: in the folder
 */
record VaultKeysFiles(Path keysetFile, Path keyFolder, Optional<Hsm> hsm) {
    private static final String TOOL = "org.cyberspaceid.vault.VaultKeys";

    static VaultKeysFiles in(Path folder, Optional<Hsm> hsm, Path log) {
        if (Files.exists(folder.resolve("keyset"))) {
            throw new HarnessException(
                    "the data in " + folder.getParent() + " is of an older version: start over with -Dfresh");
        }
        VaultKeysFiles files = new VaultKeysFiles(folder.resolve("keysets"), folder.resolve("keys"), hsm);
        if (!Files.exists(files.keysetFile())) {
            files.run(log, "create");
        }
        return files;
    }

    /** What an operator does with the vault's keys. */
    void run(Path log, String... command) {
        ChildProcess.run(
                "the vault's key tool",
                line(List.of(command)),
                hsm.map(Hsm::environment).orElse(Map.of()),
                log);
    }

    private List<String> line(List<String> command) {
        List<String> line = new ArrayList<>(List.of(
                Java.executable(), "-cp", Repository.serverClassPath(), TOOL, "--keyset-file", keysetFile.toString()));
        line.addAll(custody());
        line.addAll(command);
        return line;
    }

    private List<String> custody() {
        return hsm.map(h -> List.of(
                        "--library", h.library().toString(),
                        "--token-label", h.tokenLabel(),
                        "--pin-file", h.pinFile().toString()))
                .orElseGet(() -> List.of("--key-folder", keyFolder.toString()));
    }

    /** Options of {@code kc.sh start}. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        String provider = "spi-key-management--" + (hsm.isPresent() ? "pkcs11" : "file") + "--";
        options.put(provider + "keyset-file", keysetFile.toString());
        hsm.ifPresentOrElse(
                h -> {
                    options.put(provider + "library", h.library().toString());
                    options.put(provider + "token-label", h.tokenLabel());
                    options.put(provider + "pin-file", h.pinFile().toString());
                },
                () -> options.put(provider + "key-folder", keyFolder.toString()));
        return options;
    }
}
