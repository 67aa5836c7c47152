package org.cyberspaceid.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of Debian's package: a server of its own, with the durability of a real deployment, and the {@code pg_dump} and
 * {@code pg_restore} that an operator has. The embedded one comes without these.
 */
public final class DebianPostgres implements RunningDatabase, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final String DATABASE = "postgres";

    private final PostgresPrograms programs;
    private final Path folder;
    private final FolderLock lock;
    private final int port;
    private final ChildProcess process;

    private DebianPostgres(PostgresPrograms programs, Path folder, FolderLock lock, int port) {
        this.programs = programs;
        this.folder = folder;
        this.lock = lock;
        this.port = port;
        this.process = ChildProcess.start("Debian's PostgreSQL", serverCommand(), Map.of(), log());
    }

    /**
     * Starts a server and returns when it takes connections. Debian's package is installed when it is missing.
     *
     * @param folder for its data and logs, made on first use and kept on close; a second start finds the data again
     * @param port on the loopback interface; 0 picks a free one
     * @throws HarnessException when it does not come up, with the tail of its log
     */
    public static DebianPostgres start(Path folder, int port) {
        Path own = Folders.create(folder.toAbsolutePath());
        FolderLock lock = FolderLock.take(own);
        try {
            PostgresPrograms programs = PostgresPrograms.ofDebian(toolLog(own));
            Postmaster postmaster = new Postmaster(data(own));
            postmaster.kill(); // what an earlier owner of the folder left behind would keep us out
            if (!Files.exists(data(own).resolve("PG_VERSION"))) {
                initialise(programs, own);
            }
            DebianPostgres server = new DebianPostgres(programs, own, lock, Ports.orFree(port));
            server.awaitReady(postmaster);
            return server;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static void initialise(PostgresPrograms programs, Path folder) {
        List<String> command = programs.server(
                "initdb",
                "--pgdata=" + data(folder),
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--auth-host=trust",
                "--auth-local=reject");
        ChildProcess.run("initdb", command, Map.of(), toolLog(folder));
    }

    private List<String> serverCommand() {
        List<String> command =
                new ArrayList<>(programs.server("postgres", "-D", data(folder).toString()));
        Map.of(
                        "port", Integer.toString(port),
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "max_connections", "300",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private void awaitReady(Postmaster postmaster) {
        try {
            Readiness.await(
                    () -> postmaster.isReady(process.pid()),
                    process::isAlive,
                    process::failure,
                    PATIENCE,
                    data(folder).toString());
        } catch (RuntimeException failed) {
            process.kill();
            throw failed;
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** What the server said. */
    public Path log() {
        return folder.resolve("logs/postgres.log");
    }

    /** The database as {@code pg_dump} writes it in SQL, to be read. */
    public Path dumpPlain(Path file) {
        return dump("plain", file);
    }

    /** The database as {@code pg_dump} writes it in its own compressed format, to be restored. */
    public Path dumpCustom(Path file) {
        return dump("custom", file);
    }

    private Path dump(String format, Path file) {
        runClient("pg_dump", "--format=" + format, "--encoding=UTF8", "--file=" + file.toAbsolutePath());
        return file;
    }

    /**
     * Fills this server's database, which must be empty, from {@link #dumpCustom}: all of it, or nothing.
     *
     * @throws HarnessException at the first error, with what {@code pg_restore} said
     */
    public void restore(Path customDump) {
        String file = customDump.toAbsolutePath().toString();
        runClient("pg_restore", "--exit-on-error", "--single-transaction", file);
    }

    private void runClient(String program, String... arguments) {
        List<String> command = programs.client(
                program,
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=postgres",
                "--no-password",
                "--dbname=" + DATABASE);
        command.addAll(List.of(arguments));
        ChildProcess.run(program, command, Map.of(), toolLog(folder));
    }

    /** SIGKILL to the server and its workers, as when the power goes. */
    public void kill() {
        process.kill();
        lock.close();
    }

    /** Stops the server, whoever is connected; the data stays. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                List<String> command =
                        programs.server("pg_ctl", "--pgdata=" + data(folder), "--mode=fast", "--wait", "stop");
                ChildProcess.run("pg_ctl", command, Map.of(), toolLog(folder));
            }
        } finally {
            process.stop(GRACE);
            lock.close();
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path toolLog(Path folder) {
        return folder.resolve("logs/postgres-tools.log");
    }
}
