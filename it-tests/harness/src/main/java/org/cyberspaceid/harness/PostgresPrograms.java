package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of one PostgreSQL version.
 *
 * @param folder with all of them
 */
record PostgresPrograms(Path folder) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path INSTALLER = Path.of("it-tests/harness/install-postgres");
    private static final List<String> NEEDED = List.of("initdb", "postgres", "pg_ctl", "pg_dump", "pg_restore");

    /**
     * Debian's newest; its package is installed when there is none.
     *
     * @param log of the installation
     * @throws HarnessException when there is none afterwards either
     */
    static PostgresPrograms ofDebian(Path log) {
        return findOrInstall(DEBIAN, Repository.root().resolve(INSTALLER), log);
    }

    /**
     * The newest version in a folder of versions.
     *
     * @param installer run when there is none
     */
    static PostgresPrograms findOrInstall(Path versions, Path installer, Path log) {
        Optional<PostgresPrograms> found = newest(versions);
        if (found.isEmpty()) {
            ChildProcess.run(installer.toString(), List.of("bash", installer.toString()), Map.of(), log);
            found = newest(versions);
        }
        return found.orElseThrow(() -> new HarnessException("no PostgreSQL with " + NEEDED + " under " + versions
                + ": install Debian's package postgresql; the end of " + log + ":\n" + LogTail.of(log)));
    }

    private static Optional<PostgresPrograms> newest(Path versions) {
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.filter(version -> version.getFileName().toString().matches("\\d{1,4}(\\.\\d{1,4})?"))
                    .filter(version -> isComplete(version.resolve("bin")))
                    .max(Comparator.comparingDouble(
                            version -> Double.parseDouble(version.getFileName().toString())))
                    .map(version -> new PostgresPrograms(version.resolve("bin")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + versions, unreadable);
        }
    }

    private static boolean isComplete(Path folder) {
        return NEEDED.stream().map(folder::resolve).allMatch(Files::isExecutable);
    }

    /** The command line of a client program. */
    List<String> client(String program, String... arguments) {
        List<String> line = new ArrayList<>(List.of(folder.resolve(program).toString()));
        line.addAll(List.of(arguments));
        return line;
    }

    /** The command line of a program that refuses to run as root: in a user name space it does not see that it is. */
    List<String> server(String program, String... arguments) {
        List<String> line = new ArrayList<>(isRoot() ? List.of("unshare", "--user") : List.of());
        line.addAll(client(program, arguments));
        return line;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException unknown) {
            throw new UncheckedIOException("cannot tell who we are", unknown);
        }
    }
}
