package org.cyberspaceid.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPostgresTest {
    /** Its characters: of the basic plane, and one outside it; the bytes are no text. */
    private static final String ROWS =
            "insert into thing (name, sealed) values ('陈晓雨', '\\x00ff27'), ('𠮷田', null), ('a\\b' || chr(9) || 'c', '\\x')";

    private static final String ALL =
            "select id || '|' || name || '|' || coalesce(encode(sealed, 'hex'), 'null') from thing order by id";

    @TempDir
    private Path folder;

    @Test
    void aDumpRestoredIntoAnEmptyServerIsTheSameDatabase() throws Exception {
        Path dump;
        List<String> before;
        try (DebianPostgres first = DebianPostgres.start(folder.resolve("first"), 0)) {
            fill(first);
            before = query(first, ALL);
            dump = first.dumpCustom(folder.resolve("dump.custom"));
            assertThat(first.dumpPlain(folder.resolve("dump.sql")))
                    .content()
                    .contains("COPY public.thing (id, name, sealed) FROM stdin;")
                    .contains("1\t陈晓雨\t\\\\x00ff27\n2\t𠮷田\t\\N\n3\ta\\\\b\\tc\t\\\\x\n");
        }
        try (DebianPostgres second = DebianPostgres.start(folder.resolve("second"), 0)) {
            second.restore(dump);

            assertThat(before).hasSize(3);
            assertThat(query(second, ALL)).isEqualTo(before);
            query(second, "insert into thing (name) values ('next') returning id::text");
            assertThat(query(second, "select id::text from thing where name = 'next'"))
                    .as("sequence")
                    .containsExactly("4");
            assertThatThrownBy(() -> query(second, "insert into thing (name) values ('陈晓雨') returning name"))
                    .hasMessageContaining("thing_name_key");
        }
    }

    @Test
    void aRestoreOverRowsFailsAndChangesNothing() throws Exception {
        try (DebianPostgres server = DebianPostgres.start(folder, 0)) {
            fill(server);
            Path dump = server.dumpCustom(folder.resolve("dump.custom"));
            execute(server, "drop sequence thing_id_seq cascade", "delete from thing where id > 1");

            assertThatThrownBy(() -> server.restore(dump))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining("pg_restore ended with code 1")
                    .hasMessageContaining("\"thing\" already exists");
            assertThat(query(server, "select name from thing")).containsExactly("陈晓雨");
            assertThat(query(server, "select relname from pg_class where relname = 'thing_id_seq'"))
                    .isEmpty();
        }
    }

    @Test
    void whatWasCommittedOutlivesAKill() throws Exception {
        DebianPostgres first = DebianPostgres.start(folder, 0);
        fill(first);
        List<String> before = query(first, ALL);
        first.kill();

        try (DebianPostgres again = DebianPostgres.start(folder, first.port())) {
            assertThat(again.port()).isEqualTo(first.port());
            assertThat(query(again, ALL)).hasSize(3).isEqualTo(before);
            assertThat(again.log()).content().contains("automatic recovery in progress");
        }
    }

    @Test
    void itIsDurableAndListensOnTheLoopbackInterfaceOnly() throws Exception {
        try (DebianPostgres server = DebianPostgres.start(folder, 0)) {
            assertThat(settings(
                            server,
                            "fsync",
                            "synchronous_commit",
                            "full_page_writes",
                            "listen_addresses",
                            "unix_socket_directories",
                            "server_encoding",
                            "lc_collate"))
                    .containsExactly("on", "on", "on", "127.0.0.1", "", "UTF8", "C");
        }
    }

    @Test
    void closingEndsItWhoeverIsConnectedAndGivesTheFolderBack() throws Exception {
        DebianPostgres server = DebianPostgres.start(folder, 0);
        Connection connected = DriverManager.getConnection(server.jdbcUrl());
        assertThatThrownBy(() -> DebianPostgres.start(folder, 0))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("is in use");

        server.close();
        server.close();

        assertThat(connected.isValid(5)).isFalse();
        assertThat(new Postmaster(folder.resolve("data")).process()).isEmpty();
        DebianPostgres.start(folder, 0).close();
    }

    @Test
    void aTakenPortIsAFailureThatSaysSo() throws Exception {
        try (DebianPostgres first = DebianPostgres.start(folder.resolve("first"), 0)) {
            assertThatThrownBy(() -> DebianPostgres.start(folder.resolve("second"), first.port()))
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining("Debian's PostgreSQL ended before it was ready")
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void aHarnessUsesTheCallersDatabaseAndLeavesItRunning() throws Exception {
        try (DebianPostgres server = DebianPostgres.start(folder.resolve("database"), 0)) {
            HarnessSettings settings = HarnessSettings.builder()
                    .folder(folder.resolve("harness"))
                    .database(server)
                    .build();
            try (Workplace workplace = Workplace.open(settings)) {
                DatabasePart part = workplace.startPostgres();
                assertThat(part.jdbcUrl()).isEqualTo(server.jdbcUrl());
                assertThat(part.port()).isEqualTo(server.port());
                part.close();
                part.kill();
            }
            assertThat(folder.resolve("harness/postgres")).doesNotExist();
            assertThat(query(server, "select 'alive'")).containsExactly("alive");
        }
    }

    private static void fill(RunningDatabase server) throws SQLException {
        execute(server, "create table thing (id bigserial primary key, name text not null unique, sealed bytea)", ROWS);
    }

    private static void execute(RunningDatabase server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl())) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static List<String> settings(RunningDatabase server, String... names) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String name : names) {
            values.addAll(query(server, "show " + name));
        }
        return values;
    }

    private static List<String> query(RunningDatabase server, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
