package org.cyberspaceid.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The identity vault's keys, made by the vault's own tool, as an operator would. */
record VaultKeysFiles(Path keysetFile, Path keyFolder) {
    private static final String TOOL = "org.cyberspaceid.vault.VaultKeys";

    static VaultKeysFiles in(Path folder, Path log) {
        VaultKeysFiles files = new VaultKeysFiles(folder.resolve("keysets"), folder.resolve("keys"));
        if (!Files.exists(files.keysetFile())) {
            files.run(log, "create");
        }
        return files;
    }

    /** What an operator does with the vault's keys. */
    void run(Path log, String... command) {
        ChildProcess.run("the vault's key tool", line(List.of(command)), Map.of(), log);
    }

    private List<String> line(List<String> command) {
        String classPath = Repository.built("it-tests/harness/target/providers") + "/*:"
                + Repository.built("it-tests/harness/target/keycloak/lib/lib/main") + "/*";
        List<String> line = new ArrayList<>(List.of(
                Java.executable(),
                "-cp",
                classPath,
                TOOL,
                "--keyset-file",
                keysetFile.toString(),
                "--key-folder",
                keyFolder.toString()));
        line.addAll(command);
        return line;
    }
}
