package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.cyberspaceid.vault.keys.Keyring;

/** Fills a database with people and prints what finding, keeping and sealing them anew costs. */
final class PeopleReport {
    /** As {@code RecordKeyCare} does. */
    private static final int BATCH = 200;

    private final BenchDatabase database;
    private final Keyring keys;
    private final KeyedBlindIndex index;
    private final PrintWriter out;
    private final int people;

    PeopleReport(BenchDatabase database, Keyring keys, int people, PrintWriter out) {
        this.database = database;
        this.keys = keys;
        this.index = new KeyedBlindIndex(keys, Citizens.REALM);
        this.people = people;
        this.out = out;
    }

    void print(int lookups, int reseal) throws Exception {
        try (Connection connection = database.connection()) {
            settings(connection);
            fill(connection);
            sizes(connection, "as enrolled");
            Queries queries = new Queries(database, keys);
            plan(connection, "userWithMobile", queries.byMobile(), mobileIndex(people / 2));
            plan(connection, "read", queries.byUser(), Citizens.userId(people / 2));
            lookups(connection, queries.byMobile(), lookups);
            reseal(reseal);
            sizes(connection, "then");
        }
    }

    private byte[] mobileIndex(int n) {
        return index.mobile(Citizens.mobile(n));
    }

    private void settings(Connection connection) throws SQLException {
        out.println(
                "PostgreSQL " + Queries.run(connection, "show server_version").get(0));
        Queries.run(
                        connection,
                        "select name || ' = ' || current_setting(name) from pg_settings where name in"
                                + " ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers') order by name")
                .forEach(out::println);
    }

    private void fill(Connection connection) throws SQLException, IOException {
        Instant begin = Instant.now();
        new DataSet(keys).enrol(connection, people);
        out.printf("%nEnrolled %,d people in %s.%n", people, seconds(begin));
    }

    private void sizes(Connection connection, String when) throws SQLException {
        out.printf("%n| %s | bytes | a row |%n|---|---:|---:|%n", when);
        size(connection, "table", "pg_table_size('cid_identity')");
        for (String name : Queries.run(
                connection, "select indexname from pg_indexes where tablename = 'cid_identity' order by indexname")) {
            size(connection, name, "pg_relation_size('" + name + "')");
        }
        size(connection, "all indexes", "pg_indexes_size('cid_identity')");
    }

    private void size(Connection connection, String name, String function) throws SQLException {
        long bytes =
                Long.parseLong(Queries.run(connection, "select " + function).get(0));
        out.printf("| %s | %,d | %,d |%n", name, bytes, bytes / people);
    }

    private void plan(Connection connection, String of, String sql, Object value) throws SQLException {
        out.printf("%n%s: %s%n", of, sql);
        Queries.explain(connection, sql, value); // loads the catalogue into this connection
        Queries.explain(connection, sql, value).forEach(out::println);
    }

    private void lookups(Connection connection, String sql, int lookups) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Latency bare = Latency.of(lookups, people, n -> {
                byte[] value = mobileIndex(n);
                return () -> Queries.run(statement, Citizens.REALM, value).size() == 1;
            });
            out.printf("%n%,d lookups by mobile number, the statement over JDBC: %s%n", lookups, bare);
        }
        Latency whole = Latency.of(lookups, people, n -> () -> isFound(n));
        out.printf("%,d times userWithMobile in a transaction, the record opened: %s%n", lookups, whole);
    }

    private boolean isFound(int n) {
        return database.inTransaction(em -> new SealedIdentities(em, Citizens.REALM, keys)
                .userWithMobile(Citizens.mobile(n))
                .isPresent());
    }

    private void reseal(int records) {
        keys.recordKeys().makeNext(Instant.now().plusSeconds(1)); // its name sorts last
        Instant begin = Instant.now();
        int done = 0;
        Reseal.Batch batch = new Reseal.Batch(0, 0, "");
        do {
            batch = batch(batch.last());
            done += batch.resealed();
        } while (!batch.isEnd() && done < records);
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        out.printf(
                "%nSealed %,d records anew in batches of %d: %.2f s per 10,000, %,.0f a second.%n",
                done, BATCH, seconds * 10_000 / done, done / seconds);
        begin = Instant.now();
        batch("");
        out.printf(
                "The first batch of the next pass: %d ms.%n",
                Duration.between(begin, Instant.now()).toMillis());
    }

    private Reseal.Batch batch(String after) {
        return database.inTransaction(em -> new Reseal(em, keys).batch(after, BATCH));
    }

    private static String seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toSeconds() + " s";
    }
}
