package org.cyberspaceid.document.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The files that are kept, a folder for each target: {@code genuine-*} are files as a chip, an authority or a service makes them;
 * {@code *.seed} are inputs of the fuzzer. All come from the generator, none from a real document.
 */
public final class Seeds {
    /** Surefire starts in the module's folder, and so do the processes of the fuzzer. */
    static final Path FOLDER = Path.of("src/test/resources/fuzz").toAbsolutePath();

    private static final Map<String, List<byte[]>> GENUINE = new ConcurrentHashMap<>();

    private Seeds() {}

    /** One of the genuine files of a folder. */
    public static byte[] genuine(String folder, int which) {
        List<byte[]> all = genuine(folder);
        return all.get(which % all.size());
    }

    static List<byte[]> genuine(String folder) {
        return GENUINE.computeIfAbsent(
                folder, f -> List.copyOf(files(FOLDER.resolve(f), "genuine-").values()));
    }

    /** What the fuzzer starts from, by name: the target's own starts, and every kept input. */
    static Map<String, byte[]> inputs(FuzzTarget target) {
        Map<String, byte[]> all = new TreeMap<>(files(FOLDER.resolve(target.name()), ""));
        all.keySet().removeIf(name -> !name.endsWith(".seed"));
        all.putAll(target.starts());
        return all;
    }

    /**
     * Inputs for {@link Shape#file}: each genuine file as it is, and each with no edit yet.
     *
     * @param before bytes that the target reads first
     */
    public static Map<String, byte[]> starts(String folder, int... before) {
        Map<String, byte[]> all = new TreeMap<>();
        List<byte[]> genuine = genuine(folder);
        for (int i = 0; i < genuine.size(); i++) {
            String name = folder + Arrays.toString(before) + i;
            all.put("whole " + name, input(before, 0, genuine.get(i)));
            all.put("edited " + name, input(before, i + 1, new byte[0]));
        }
        return all;
    }

    private static Map<String, byte[]> files(Path folder, String beginning) {
        Map<String, byte[]> all = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    if (name.startsWith(beginning)) {
                        all.put(name, Files.readAllBytes(file));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }

    private static byte[] input(int[] before, int mode, byte[] rest) {
        ByteBuffer all = ByteBuffer.allocate(before.length + 1 + rest.length);
        Arrays.stream(before).forEach(b -> all.put((byte) b));
        return all.put((byte) mode).put(rest).array();
    }
}
