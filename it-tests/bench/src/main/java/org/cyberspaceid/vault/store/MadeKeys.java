package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cyberspaceid.vault.keys.Keyring;

/** Keys for one measurement; their folder goes with them. */
record MadeKeys(Keyring ring, Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        for (Path file : deepestFirst()) {
            Files.delete(file);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
