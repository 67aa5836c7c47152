package org.cyberspaceid.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** One file per secret, readable by us alone; what is there already is kept. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** Opens or creates the folder. */
    public Secrets(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException cannot) {
            throw new HarnessException("cannot create " + folder, cannot);
        }
    }

    public Path folder() {
        return folder;
    }

    /** The file of a random secret. */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            write(file, HexFormat.of().formatHex(bytes));
        }
        return file;
    }

    /** The value of a random secret. */
    public String value(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException unreadable) {
            throw new HarnessException("cannot read the secret " + name, unreadable);
        }
    }

    private static void write(Path file, String value) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, value);
        } catch (IOException cannot) {
            throw new HarnessException("cannot write " + file, cannot);
        }
    }
}
