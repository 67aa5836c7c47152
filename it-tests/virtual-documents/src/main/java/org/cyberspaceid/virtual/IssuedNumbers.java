package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The numbers this authority has issued, a file each, so that several processes can issue from one folder. Resident ID cards have only
 * a thousand numbers per district and birth date: of fifty drawn at random, two are alike more often than not.
 */
final class IssuedNumbers {
    private static final int DRAWS = 20_000;

    private final Path folder;

    IssuedNumbers(Path authorityFolder) throws IOException {
        this.folder = Files.createDirectories(authorityFolder.resolve("issued"));
    }

    /** @throws IllegalArgumentException when every number drawn was issued before */
    String firstUnused(Supplier<String> draw) {
        return Stream.generate(draw)
                .limit(DRAWS)
                .filter(this::isFirstUse)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the numbers for this birth date are used up"));
    }

    private boolean isFirstUse(String number) {
        try {
            Files.createFile(folder.resolve(number));
            return true;
        } catch (FileAlreadyExistsException issued) {
            return false;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
