package org.cyberspaceid.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL as its packagers built it, with the durability a real deployment has. */
final class PostgresPart implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final Path data;

    private PostgresPart(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /**
     * Starts the server on a data folder, made on first use.
     *
     * @param data kept on close
     * @param log of the server
     */
    static PostgresPart start(Path data, int port, Path log) {
        endLeftover(data);
        try {
            Files.createDirectories(log.getParent());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            PostgresPart part = new PostgresPart(postgres, data);
            part.family().forEach(p -> Watchdog.INSTANCE.watch(p.pid()));
            return part;
        } catch (IOException | RuntimeException failed) {
            throw new HarnessException("PostgreSQL did not start; the end of " + log + ":\n" + LogTail.of(log), failed);
        }
    }

    /** For a JDBC client on this machine; no password is asked on the loopback interface. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
    }

    int port() {
        return postgres.getPort();
    }

    /** SIGKILL to the server and its workers. */
    void kill() {
        Optional<ProcessHandle> server = server(data);
        family().forEach(ProcessHandle::destroyForcibly);
        server.ifPresent(p -> p.onExit().join());
        close();
    }

    @Override
    public void close() {
        List<ProcessHandle> family = family();
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop", failed);
        }
        family.forEach(p -> Watchdog.INSTANCE.forget(p.pid()));
    }

    private List<ProcessHandle> family() {
        return server(data).stream()
                .flatMap(p -> Stream.concat(p.children(), Stream.of(p)))
                .toList();
    }

    /** A server that an earlier owner of the folder left behind would keep us out. */
    private static void endLeftover(Path data) {
        server(data).ifPresent(old -> {
            old.destroyForcibly();
            old.onExit().join();
        });
    }

    /** The live server of a data folder, by its own lock file; a recycled process id is told by its command line. */
    private static Optional<ProcessHandle> server(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try (Stream<String> lines = Files.exists(pidFile) ? Files.lines(pidFile) : Stream.empty()) {
            return lines.findFirst()
                    .map(String::strip)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(p -> p.info().commandLine().orElse("").contains(data.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + pidFile, unreadable);
        }
    }
}
