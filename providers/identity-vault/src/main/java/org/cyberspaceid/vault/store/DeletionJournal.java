package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deletions of the last weeks in a file outside the database, so that a backup that is put back does not bring anybody back. One
 * line each: time, realm id, user id. All nodes share it; keep it on another machine than the database.
 */
public final class DeletionJournal {
    private final Path file;

    public DeletionJournal(Path file) {
        this.file = file;
    }

    /** Appends, and returns when it is on the disk. */
    public void append(Collection<Deletion> deletions) {
        locked(() -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                // First ends the line that a power cut may have left unfinished.
                write(channel, "\n" + lines(deletions));
            }
        });
    }

    /** All of it, oldest first. A line that a power cut left unfinished is passed over: its deletion is written again. */
    public List<Deletion> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(DeletionJournal::parse).flatMap(Optional::stream).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the deletion journal cannot be read", unreadable);
        }
    }

    /** Drops what is older than any backup that may be put back. */
    public void dropBefore(Instant limit) {
        locked(() -> {
            List<Deletion> all = read();
            List<Deletion> kept =
                    all.stream().filter(d -> !d.at().isBefore(limit)).toList();
            if (kept.size() < all.size()) {
                replace(kept);
            }
        });
    }

    private void replace(List<Deletion> kept) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(channel, lines(kept));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String lines(Collection<Deletion> deletions) {
        return deletions.stream()
                .map(d -> d.at() + " " + d.realmId() + " " + d.userId() + "\n")
                .collect(Collectors.joining());
    }

    private static void write(FileChannel channel, String lines) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static Optional<Deletion> parse(String line) {
        String[] parts = line.split(" ", -1);
        try {
            return parts.length == 3 && !parts[2].isEmpty()
                    ? Optional.of(new Deletion(parts[1], parts[2], Instant.parse(parts[0])))
                    : Optional.empty();
        } catch (DateTimeParseException unfinished) {
            return Optional.empty();
        }
    }

    /** One writer at a time, over threads and nodes. */
    private void locked(Work work) {
        synchronized (DeletionJournal.class) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path lock = file.resolveSibling(file.getFileName() + ".lock");
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    work.run();
                    held.release();
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException("the deletion journal cannot be written", unwritable);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
