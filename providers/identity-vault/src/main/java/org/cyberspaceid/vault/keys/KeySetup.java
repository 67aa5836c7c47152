package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;

/** Makes the keys of a new installation, and changes those of a running one; its nodes take the changes up by themselves. */
public final class KeySetup {
    private final Path keysetFile;
    private final KeyCustody custody;
    private final Clock clock;

    public KeySetup(Path keysetFile, KeyCustody custody, Clock clock) {
        TinkSetup.register();
        this.keysetFile = keysetFile;
        this.custody = custody;
        this.clock = clock;
    }

    /** Whether there is nothing yet: neither the keyset file nor any key. */
    public boolean isNew() {
        return Files.notExists(keysetFile) && custody.sealingKeys().isEmpty();
    }

    /** The suite of an installation that is there. */
    public static Suite suiteOf(Path keysetFile) {
        return KeysetFile.suite(keysetFile);
    }

    /**
     * Makes everything: the keysets under a root key, the derivation keys, the first key of records.
     *
     * @throws FileAlreadyExistsException when there is a keyset file; everything stays as it was
     */
    public void create(Suite suite) throws IOException {
        if (Files.exists(keysetFile)) {
            throw new FileAlreadyExistsException(keysetFile.toString());
        }
        Map<KeyPurpose, KeysetHandle> keysets = new EnumMap<>(KeyPurpose.class);
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (KeysetFile.isInFile(purpose, custody.derives())) {
                keysets.put(purpose, generate(suite, purpose));
            } else {
                custody.createDerivationKey(purpose);
            }
        }
        newKey(KeyName.RECORD);
        // Last: where the file is, everything is.
        KeysetFile.create(keysetFile, custody, new KeysetFile.Content(suite, newKey(KeyName.ROOT), keysets));
    }

    /** Makes a key of records that seals from now on; the servers seal all records anew under it. */
    public String nextRecordKey() {
        return newKey(KeyName.RECORD);
    }

    /**
     * Adds a key to a purpose's keyset; it is used from now on, and the older ones still open and confirm what they made.
     *
     * @return its id
     * @throws IllegalArgumentException for a purpose whose key is never replaced
     */
    public int addKey(KeyPurpose purpose) {
        if (purpose.isNeverReplaced()) {
            throw new IllegalArgumentException("the key of " + purpose.code() + " is never replaced");
        }
        KeysetFile.Content content = KeysetFile.read(keysetFile, custody);
        try {
            KeysetHandle before = content.keysets().get(purpose);
            KeysetHandle.Builder builder = before == null ? KeysetHandle.newBuilder() : KeysetHandle.newBuilder(before);
            KeysetHandle with = builder.addEntry(KeysetHandle.generateEntryFromParameters(
                                    content.suite().parameters(purpose))
                            .withRandomId()
                            .makePrimary())
                    .build();
            replace(content, purpose, with);
            return with.getPrimary().getId();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot add a key", impossible);
        }
    }

    /**
     * Takes an older key out of a purpose's keyset; what only it opened or confirmed is lost.
     *
     * @throws IllegalArgumentException when there is none of this id, or it is the one in use
     */
    public void removeKey(KeyPurpose purpose, int id) {
        KeysetFile.Content content = KeysetFile.read(keysetFile, custody);
        KeysetHandle before = content.keysets().get(purpose);
        if (before == null || before.getPrimary().getId() == id) {
            throw new IllegalArgumentException("the key in use stays");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(before);
        for (int at = 0; at < builder.size(); at++) {
            if (before.getAt(at).getId() == id) {
                builder.deleteAt(at);
                replace(content, purpose, build(builder));
                return;
            }
        }
        throw new IllegalArgumentException("there is no such key");
    }

    /**
     * Seals the keyset file under a root key that is new. The keys in it stay the same; the old root key stays too, for backups of
     * the file, until it is destroyed.
     *
     * @return the name of the old root key
     */
    public String wrapAnew() {
        KeysetFile.Content content = KeysetFile.read(keysetFile, custody);
        KeysetFile.Content anew = new KeysetFile.Content(content.suite(), newKey(KeyName.ROOT), content.keysets());
        KeysetFile.replace(keysetFile, custody, anew);
        return content.sealedBy();
    }

    /**
     * Destroys a root key that the keyset file no longer needs.
     *
     * @throws IllegalArgumentException for any other key: those of records are the servers' to destroy
     */
    public void destroyRootKey(String name) {
        if (!name.startsWith(KeyName.ROOT)
                || name.equals(KeysetFile.read(keysetFile, custody).sealedBy())) {
            throw new IllegalArgumentException("only a root key that is not in use can be destroyed");
        }
        custody.destroySealingKey(name);
    }

    /** What there is, for an operator: names and ids, no keys. */
    public Inventory inventory() {
        KeysetFile.Content content = KeysetFile.read(keysetFile, custody);
        return new Inventory(content.suite(), content.sealedBy(), custody.sealingKeys(), content.keysets());
    }

    /**
     * What there is.
     *
     * @param sealedBy the root key in use
     */
    public record Inventory(
            Suite suite, String sealedBy, SortedSet<String> sealingKeys, Map<KeyPurpose, KeysetHandle> keysets) {}

    private String newKey(String prefix) {
        String name = KeyName.fresh(prefix, clock.instant());
        custody.createSealingKey(name);
        return name;
    }

    private void replace(KeysetFile.Content content, KeyPurpose purpose, KeysetHandle keyset) {
        Map<KeyPurpose, KeysetHandle> keysets = new EnumMap<>(content.keysets());
        keysets.put(purpose, keyset);
        KeysetFile.replace(keysetFile, custody, new KeysetFile.Content(content.suite(), content.sealedBy(), keysets));
    }

    private static KeysetHandle generate(Suite suite, KeyPurpose purpose) {
        try {
            return KeysetHandle.generateNew(suite.parameters(purpose));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot make a keyset", impossible);
        }
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot take a key out", impossible);
        }
    }
}
