package org.cyberspaceid.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.sandbox.Database;

/**
 * What the vault keeps, as somebody with the database and the server's files sees it.
 *
 * @param folder of the harness
 */
record VaultView(Database database, Path folder, Path logs) {

    /**
     * What the vault's table of people is asked while the action runs. Housekeeping, which asks for a record key or a day and never
     * for a person, is left out.
     */
    List<String> asked(Runnable action) {
        return asked("cid_identity", action);
    }

    /** What the table of consents and epochs is asked; housekeeping asks it for a month. */
    List<String> askedOfConsents(Runnable action) {
        return asked("cid_pairwise", action);
    }

    private List<String> asked(String table, Runnable action) {
        return new StatementLog(database.jdbcUrl(), logs.resolve("postgres.log"))
                .of(table, action).stream()
                        .filter(statement ->
                                !statement.matches("(?is).* where (\\w+\\.)?(record_key|last_month|look_on) ?[<=].*"))
                        .toList();
    }

    /** The random id of the citizen who enrolled last. */
    String newestUser() {
        return database.query("select u.id from user_entity u join cid_identity i on i.user_id = u.id"
                        + " order by u.created_timestamp desc limit 1")
                .get(0);
    }

    /** What Keycloak tells of how a password was hashed. */
    String credentialOf(String user) {
        return database.query("select credential_data from credential where user_id = '" + user + "'")
                .get(0);
    }

    /** The record keys that rows are under. */
    List<String> recordKeysInUse() {
        return database.query("select distinct record_key from cid_identity");
    }

    /** The name of the newest record key, as the key folder has it. */
    String newestRecordKey() {
        Path keys = folder.resolve("secrets/keys");
        try (Stream<Path> files = Files.list(keys)) {
            return files.map(file -> file.getFileName().toString().replace(".key", ""))
                    .filter(name -> name.startsWith("record-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each table's columns. */
    Map<String, Set<String>> columns() {
        return database
                .query("select table_name || ' ' || column_name from information_schema.columns"
                        + " where table_schema = 'public'")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toSet())));
    }

    /** The lines of the deletion journal about a user. */
    List<String> journal(String user) {
        Path journal = folder.resolve("journal/deletions");
        try (Stream<String> all = Files.exists(journal) ? Files.lines(journal) : Stream.empty()) {
            return all.filter(line -> line.contains(user)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
