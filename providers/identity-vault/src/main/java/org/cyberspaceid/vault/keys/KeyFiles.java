package org.cyberspaceid.vault.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cyberspaceid.core.mode.DeploymentMode;

/**
 * Where the keys are.
 *
 * @param keysets the keyset file
 * @param keyEncryptionKey the file with the key that unwraps it; keep the two apart in backups
 */
public record KeyFiles(Path keysets, Path keyEncryptionKey) {

    /**
     * Opens the keys. In the sandbox, missing files are made first; in production nothing is ever made here.
     *
     * @throws KeysUnusableException with a message for the operator
     */
    public Keyring open(DeploymentMode mode) {
        if (mode == DeploymentMode.SANDBOX) {
            createMissing();
        }
        return KeysetFile.read(keysets, KeyEncryptionKeyFile.read(keyEncryptionKey));
    }

    /**
     * Makes both files.
     *
     * @throws FileAlreadyExistsException when one is there already; it stays as it was
     */
    public void create() throws IOException {
        if (Files.exists(keysets)) {
            throw new FileAlreadyExistsException(keysets.toString());
        }
        KeyEncryptionKeyFile.create(keyEncryptionKey);
        KeysetFile.create(keysets, KeyEncryptionKeyFile.read(keyEncryptionKey));
    }

    /** Another node may do the same at this moment: whichever file appears first is used by both. */
    private void createMissing() {
        try {
            // Never a new key for old keysets: that is a lost key, and must be told.
            if (Files.notExists(keyEncryptionKey) && Files.notExists(keysets)) {
                createUnlessThere(() -> KeyEncryptionKeyFile.create(keyEncryptionKey));
            }
            if (Files.notExists(keysets)) {
                createUnlessThere(() -> KeysetFile.create(keysets, KeyEncryptionKeyFile.read(keyEncryptionKey)));
            }
        } catch (IOException unwritable) {
            throw new KeysUnusableException("The sandbox cannot make its keys in " + keysets + ".", unwritable);
        }
    }

    private static void createUnlessThere(Creation creation) throws IOException {
        try {
            creation.run();
        } catch (FileAlreadyExistsException madeByAnother) {
            // Use that one.
        }
    }

    private interface Creation {
        void run() throws IOException;
    }
}
