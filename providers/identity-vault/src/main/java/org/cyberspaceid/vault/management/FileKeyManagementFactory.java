package org.cyberspaceid.vault.management;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.vault.keys.FileKeyCustody;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.KeySetup;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.Suite;
import org.keycloak.Config;

/** The provider {@value #PROVIDER_ID}: sealing keys are files. In the sandbox missing keys are made first, in production never. */
public final class FileKeyManagementFactory extends KeyManagementFactory {
    public static final String PROVIDER_ID = "file";

    static final String KEY_FOLDER = "key-folder";

    @Override
    KeyCustody open(Config.Scope config, Path keysetFile) {
        return open(path(config, KEY_FOLDER), keysetFile, DeploymentMode.current());
    }

    static KeyCustody open(Path folder, Path keysetFile, DeploymentMode mode) {
        if (mode == DeploymentMode.SANDBOX) {
            createMissing(folder, keysetFile);
        }
        return new FileKeyCustody(folder, KeySetup.suiteOf(keysetFile));
    }

    /** Another node may do the same at this moment; whoever comes first makes them. Lost keys are not replaced: that must be told. */
    private static synchronized void createMissing(Path folder, Path keysetFile) {
        Path lock = keysetFile.resolveSibling(keysetFile.getFileName() + ".lock");
        try {
            Files.createDirectories(lock.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                KeySetup keys = new KeySetup(keysetFile, new FileKeyCustody(folder, Suite.STANDARD), Clock.systemUTC());
                if (held.isValid() && keys.isNew()) {
                    keys.create(Suite.STANDARD);
                }
            }
        } catch (IOException unwritable) {
            throw new KeysUnusableException("The sandbox cannot make its keys in " + folder + ".", unwritable);
        }
    }

    @Override
    List<String> settings() {
        return List.of(
                KEY_FOLDER,
                "Folder of the sealing keys, shared by all nodes and writable, each key a file of mode 0600. Keep it apart from"
                        + " the keyset file and from the database in backups.");
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
