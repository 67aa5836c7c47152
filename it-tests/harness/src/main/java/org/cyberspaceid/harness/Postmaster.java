package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server of a data folder, by PostgreSQL's own lock file.
 *
 * @param data the folder
 */
record Postmaster(Path data) {
    private static final int STATUS_LINE = 7;

    /** The live server; a recycled process id is told by its command line. */
    Optional<ProcessHandle> process() {
        return lockFile().stream()
                .findFirst()
                .map(String::strip)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(p -> p.info().commandLine().orElse("").contains(data.toString()));
    }

    /** The server and its workers, or nothing. */
    List<ProcessHandle> family() {
        return process().stream()
                .flatMap(p -> Stream.concat(p.children(), Stream.of(p)))
                .toList();
    }

    /** Whether the server with this process id takes connections: what {@code pg_ctl --wait} waits for. */
    boolean isReady(long pid) {
        List<String> lines = lockFile();
        return lines.size() > STATUS_LINE
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** SIGKILL to the server and its workers; nothing happens when there is none. */
    void kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(p -> p.onExit().join());
    }

    private List<String> lockFile() {
        Path file = data.resolve("postmaster.pid");
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException noServer) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
