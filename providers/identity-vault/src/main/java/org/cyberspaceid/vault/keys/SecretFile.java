package org.cyberspaceid.vault.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that only its owner may read: 0600 or tighter, on a file system with POSIX permissions. */
final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final long LARGEST = 1 << 20;

    private SecretFile() {}

    /**
     * Reads the file.
     *
     * @param what what the operator calls it, for messages
     */
    static byte[] read(Path file, String what) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new KeysUnusableException(
                        "The " + what + " " + file + " does not exist. Restore it from its backup;"
                                + " only for a new installation, make it with: java -cp … org.cyberspaceid.vault.VaultKeys create");
            }
            requireOwnerOnly(file, what);
            if (Files.size(file) > LARGEST) {
                throw new KeysUnusableException("The " + what + " " + file + " is too large to be one.");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new KeysUnusableException("The " + what + " " + file + " cannot be read.", unreadable);
        }
    }

    private static void requireOwnerOnly(Path file, String what) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new KeysUnusableException("The " + what + " " + file + " has permissions "
                    + PosixFilePermissions.toString(permissions) + "; only its owner may have any: chmod 600 " + file);
        }
    }

    /**
     * Writes a new file, whole or not at all: it appears under its name by a hard link, which never replaces a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one; it stays as it was
     */
    static void create(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".new", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            writeDurably(draft, content);
            Files.createLink(file, draft);
            sync(folder);
        } finally {
            Files.delete(draft);
        }
    }

    /** Writes a file in the place of another, whole or not at all. */
    static void replace(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, ".new", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            writeDurably(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The name too must be on the disk, before the database holds anything that only this file opens. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
