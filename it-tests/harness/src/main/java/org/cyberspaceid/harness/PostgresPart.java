package org.cyberspaceid.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** PostgreSQL as its packagers built it, with the durability a real deployment has. */
final class PostgresPart implements DatabasePart {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final Postmaster postmaster;

    private PostgresPart(EmbeddedPostgres postgres, Postmaster postmaster) {
        this.postgres = postgres;
        this.postmaster = postmaster;
    }

    /**
     * Starts the server on a data folder, made on first use.
     *
     * @param data kept on close
     * @param log of the server
     */
    static PostgresPart start(Path data, int port, Path log) {
        Postmaster postmaster = new Postmaster(data);
        postmaster.kill(); // what an earlier owner of the folder left behind would keep us out
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
            postmaster.family().forEach(p -> Watchdog.INSTANCE.watch(p.pid()));
            return new PostgresPart(postgres, postmaster);
        } catch (IOException | RuntimeException failed) {
            throw new HarnessException("PostgreSQL did not start; the end of " + log + ":\n" + LogTail.of(log), failed);
        }
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    /** SIGKILL to the server and its workers. */
    @Override
    public void kill() {
        List<ProcessHandle> family = postmaster.family();
        postmaster.kill();
        close();
        family.forEach(p -> Watchdog.INSTANCE.forget(p.pid()));
    }

    @Override
    public void close() {
        List<ProcessHandle> family = postmaster.family();
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not stop", failed);
        }
        family.forEach(p -> Watchdog.INSTANCE.forget(p.pid()));
    }
}
