package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.Prf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Sealing keys as files of one folder, a Tink keyset as JSON each, in the clear, for their owner's eyes only (0600). All nodes share
 * the folder. It does not derive: the derivation keys are keysets under a sealing key, used in this process.
 */
public final class FileKeyCustody implements KeyCustody {
    static final String WHAT = "sealing key";

    private static final String SCHEME = "cyberspace-id-file:";
    private static final String SUFFIX = ".key";

    private final Path folder;
    private final Suite suite;

    /**
     * The keys of a folder.
     *
     * @param suite of new keys
     */
    public FileKeyCustody(Path folder, Suite suite) {
        TinkSetup.register();
        this.folder = folder;
        this.suite = suite;
    }

    @Override
    public SortedSet<String> sealingKeys() {
        SortedSet<String> names = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(name -> name.matches(NAME))
                    .forEach(names::add);
            return names;
        } catch (IOException unreadable) {
            throw new KeysUnusableException("The key folder " + folder + " cannot be read.", unreadable);
        }
    }

    @Override
    public void createSealingKey(String name) {
        Path file = file(name);
        try {
            KeysetHandle key = KeysetHandle.generateNew(suite.sealing());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
            SecretFile.create(file, json.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException there) {
            throw new KeysUnusableException("The " + WHAT + " " + name + " exists already and was left alone.");
        } catch (IOException unwritable) {
            throw new KeysUnusableException("The " + WHAT + " " + file + " cannot be written.", unwritable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot make a key", impossible);
        }
    }

    @Override
    public void destroySealingKey(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException unwritable) {
            throw new KeysUnusableException("The " + WHAT + " " + name + " cannot be deleted.", unwritable);
        }
    }

    @Override
    public String uri(String name) {
        return SCHEME + name;
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith(SCHEME) && keyUri.substring(SCHEME.length()).matches(NAME);
    }

    @Override
    public Aead getAead(String keyUri) throws GeneralSecurityException {
        if (!doesSupport(keyUri) || Files.notExists(file(keyUri.substring(SCHEME.length())))) {
            throw new GeneralSecurityException("there is no key " + keyUri);
        }
        Path file = file(keyUri.substring(SCHEME.length()));
        String json = new String(SecretFile.read(file, WHAT), StandardCharsets.UTF_8);
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException notAKeyset) {
            // Without the cause: a parser's message could quote the file.
            throw new KeysUnusableException("The " + WHAT + " " + file + " holds no key that seals.");
        }
    }

    @Override
    public FileKeyCustody withCredentials(String credentialPath) {
        return this;
    }

    @Override
    public FileKeyCustody withDefaultCredentials() {
        return this;
    }

    @Override
    public boolean derives() {
        return false;
    }

    @Override
    public void createDerivationKey(KeyPurpose purpose) {
        throw new KeysUnusableException("A key folder holds sealing keys only.");
    }

    @Override
    public Optional<Prf> derivationKey(KeyPurpose purpose) {
        return Optional.empty();
    }

    private Path file(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("not a key's name");
        }
        return folder.resolve(name + SUFFIX);
    }
}
