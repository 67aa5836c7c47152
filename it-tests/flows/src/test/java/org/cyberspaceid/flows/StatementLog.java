package org.cyberspaceid.flows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What PostgreSQL is asked while some work is done, by its own log. */
final class StatementLog {
    private final String jdbcUrl;
    private final Path log;

    StatementLog(String jdbcUrl, Path log) {
        this.jdbcUrl = jdbcUrl;
        this.log = log;
    }

    /** The statements, of all connections, that name a table (in small letters). */
    List<String> of(String table, Runnable work) {
        try {
            long from = Files.size(log);
            set("all");
            try {
                work.run();
            } finally {
                set("none");
            }
            return lines(from)
                    .filter(line -> line.contains("execute")
                            && line.toLowerCase(Locale.ROOT).contains(table))
                    .toList();
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Stream<String> lines(long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8).lines();
    }

    /** Connections take the new setting up at their next statement. */
    private void set(String value) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + value + "'");
            statement.execute("select pg_reload_conf()");
        }
        pause();
    }

    /** The postmaster tells its processes by a signal. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
