package org.cyberspaceid.vault.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SoftHSM, an HSM in software, with fresh tokens in {@code target/softhsm}. Its library lists the tokens once per process, so all
 * that the tests of one run need are made at the first call. Where SoftHSM is missing, it is installed; a test never passes without.
 */
public final class SoftHsm {
    /** Make it larger when {@link #freshToken} runs out. */
    private static final int TOKENS = 180;

    private static final Pattern SET_ATTRIBUTE = Pattern.compile("(CKA_\\w+)\\R.*boolean attribute\\R.*TRUE");

    private static SoftHsm started;

    private final Path library =
            Path.of(run(0, List.of(Path.of("install-softhsm").toAbsolutePath().toString())));
    private final Path folder = configuration().getParent();
    private final Deque<Token> unused = new ArrayDeque<>();

    private SoftHsm() {
        try {
            deleteOldTokens();
            Files.createDirectories(folder.resolve("tokens"));
            Files.writeString(
                    configuration(),
                    "directories.tokendir = " + folder.resolve("tokens")
                            + "\nobjectstore.backend = file\nlog.level = ERROR\n");
            for (int at = 0; at < TOKENS; at++) {
                unused.add(initialize("cid-test-" + at));
            }
        } catch (IOException broken) {
            throw new IllegalStateException("SoftHSM has no tokens", broken);
        }
    }

    /** A token that nobody has used. */
    public static synchronized Token freshToken() {
        if (started == null) {
            started = new SoftHsm();
        }
        if (started.unused.isEmpty()) {
            throw new IllegalStateException("the tests need more than " + TOKENS + " tokens");
        }
        return started.unused.remove();
    }

    /**
     * A token with a PIN of its own.
     *
     * @param pinFile readable for its owner only
     */
    public record Token(Path library, String label, Path pinFile) {
        public Pkcs11Settings settings() {
            return new Pkcs11Settings(library, label, pinFile);
        }

        /** With limits that no test reaches. */
        public KeyCustody open() {
            return new Pkcs11KeyCustody(settings(), new KeyUseAudit(100_000, Duration.ofMillis(500)));
        }
    }

    /** The boolean attributes that are true on the one object that an action makes. */
    public static List<String> setAttributesOfWhat(Runnable making) {
        Set<Path> before = objects();
        making.run();
        List<Path> made =
                objects().stream().filter(file -> !before.contains(file)).toList();
        if (made.size() != 1) {
            throw new IllegalStateException("not one object was made, but " + made.size());
        }
        // It ends with 1 when all went well.
        String dump = run(1, List.of("softhsm2-dump-file", made.get(0).toString()));
        return SET_ATTRIBUTE
                .matcher(dump)
                .results()
                .map(attribute -> attribute.group(1))
                .toList();
    }

    private static Set<Path> objects() {
        try (Stream<Path> files = Files.walk(configuration().resolveSibling("tokens"))) {
            return files.filter(file -> file.toString().endsWith(".object")).collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Token initialize(String label) throws IOException {
        String pin = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
        run(0, List.of("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", pin, "--so-pin", pin));
        Path pinFile = folder.resolve(label + ".pin");
        Files.deleteIfExists(pinFile);
        Files.createFile(pinFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pinFile, pin + "\n");
        return new Token(library, label, pinFile);
    }

    private void deleteOldTokens() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The library reads this variable of the process, which Java cannot set: the build does. */
    private static Path configuration() {
        String file = System.getenv("SOFTHSM2_CONF");
        if (file == null || !Path.of(file).endsWith("target/softhsm/softhsm2.conf")) {
            throw new IllegalStateException(
                    "set SOFTHSM2_CONF=target/softhsm/softhsm2.conf, as this module's pom.xml does");
        }
        return Path.of(file).toAbsolutePath();
    }

    /** Runs a program to its end; its output, with that of its errors shown where they belong. */
    private static String run(int exitCode, List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != exitCode) {
                throw new IllegalStateException(command.get(0) + " failed: " + output);
            }
            return output;
        } catch (IOException broken) {
            throw new IllegalStateException(command.get(0) + " cannot be run", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
