package org.cyberspaceid.document.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.cyberspaceid.document.format.MalformedException;

/** The files of a trust folder: DER, or PEM with one or several objects. Hidden files, folders and other endings are left alone. */
final class PemOrDer {
    /** Ten times ICAO's master list; a whole file is in memory while it is read. */
    static final long LIMIT = 16L * 1024 * 1024;

    private PemOrDer() {}

    /** As {@link #readAll(Path, Set, Parser)}, of several places, each a folder or one file. */
    static <T> List<T> readAll(List<Path> places, Set<String> endings, Parser<T> parser) {
        return places.stream()
                .flatMap(place -> readAll(place, endings, parser).stream())
                .toList();
    }

    /**
     * Reads a folder, or one file.
     *
     * @param endings of file names, without the dot, lower case
     * @throws IllegalArgumentException when the folder does not exist, or a file in it is not what its ending says
     */
    static <T> List<T> readAll(Path folder, Set<String> endings, Parser<T> parser) {
        if (Files.isRegularFile(folder)) {
            return endings.contains(ending(folder)) ? read(folder, parser) : List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The trust folder " + folder + " does not exist or is not a folder.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> Files.isRegularFile(f) && endings.contains(ending(f)))
                    .sorted()
                    .flatMap(f -> read(f, parser).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The trust folder " + folder + " cannot be read.", unreadable);
        }
    }

    private static <T> List<T> read(Path file, Parser<T> parser) {
        try {
            MalformedException.unless(Files.size(file) <= LIMIT, "larger than " + LIMIT + " bytes");
            List<T> all = new ArrayList<>();
            for (byte[] der : objects(Files.readAllBytes(file))) {
                all.add(parser.parse(der));
            }
            return all;
        } catch (IOException | RuntimeException broken) {
            throw new IllegalArgumentException(
                    "The trust file " + file + " cannot be used: " + broken.getMessage(), broken);
        }
    }

    private static List<byte[]> objects(byte[] content) throws IOException {
        if (content.length == 0 || content[0] == 0x30) {
            return List.of(content);
        }
        List<byte[]> all = new ArrayList<>();
        try (PemReader reader =
                new PemReader(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.US_ASCII))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                all.add(object.getContent());
            }
        }
        if (all.isEmpty()) {
            throw new IOException("neither DER nor PEM");
        }
        return all;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".") ? "" : name.substring(name.lastIndexOf('.') + 1);
    }

    @FunctionalInterface
    interface Parser<T> {
        T parse(byte[] der) throws IOException;
    }
}
