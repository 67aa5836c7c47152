package org.cyberspaceid.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The identity vault's keys, made by the vault's own tool, as an operator would. */
record VaultKeysFiles(Path keysetFile, Path keyFolder) {
    private static final String TOOL = "org.cyberspaceid.vault.VaultKeys";

    static VaultKeysFiles in(Path folder, Path log) {
        VaultKeysFiles files = new VaultKeysFiles(folder.resolve("keysets"), folder.resolve("keys"));
        if (!Files.exists(files.keysetFile())) {
            ChildProcess.run("the vault's key tool", files.command(), Map.of(), log);
        }
        return files;
    }

    private List<String> command() {
        String classPath = Repository.built("it-tests/harness/target/providers") + "/*:"
                + Repository.built("it-tests/harness/target/keycloak/lib/lib/main") + "/*";
        return List.of(
                Java.executable(),
                "-cp",
                classPath,
                TOOL,
                "--keyset-file",
                keysetFile.toString(),
                "--key-folder",
                keyFolder.toString(),
                "create");
    }
}
