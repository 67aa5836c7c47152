package org.cyberspaceid.vault.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cyberspaceid.vault.keys.Keyring;
import org.postgresql.PGConnection;

/**
 * Enrols many people at once. Every row is a real one, made by {@link NewRow}, and would open; only the statement differs from an
 * enrolment's: COPY, {@value #CHUNK} people at a time, with all indexes, foreign key and triggers in place.
 */
final class DataSet {
    private static final int CHUNK = 10_000;
    private static final String COLUMNS =
            "user_id, realm_id, schema_version, person_index, document_index, mobile_index,"
                    + " record_key, sealed_data_key, sealed_record, sealed_person_key";

    private final Keyring keys;
    private final KeyedBlindIndex index;

    DataSet(Keyring keys) {
        this.keys = keys;
        this.index = new KeyedBlindIndex(keys, Citizens.REALM);
    }

    /** Enrols the citizens from 0 on; the planner knows of them, and they are on the disk. */
    void enrol(Connection connection, int people) throws SQLException, IOException {
        for (int from = 0; from < people; from += CHUNK) {
            int to = Math.min(from + CHUNK, people);
            copy(connection, "user_entity (id)", from, to, Citizens::userId);
            copy(connection, "cid_identity (" + COLUMNS + ")", from, to, this::row);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) cid_identity");
            statement.execute("checkpoint"); // what is measured next does not wait for this to be written
        }
    }

    private static void copy(Connection connection, String into, int from, int to, IntFunction<String> line)
            throws SQLException, IOException {
        String lines = IntStream.range(from, to).parallel().mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
        PGConnection postgres = connection.unwrap(PGConnection.class);
        postgres.getCopyAPI().copyIn("copy " + into + " from stdin", new StringReader(lines));
    }

    private String row(int n) {
        NewRow row = NewRow.of(keys, index, Citizens.REALM, Citizens.userId(n), Citizens.identity(n));
        return String.join(
                "\t",
                row.sealed().userId(),
                Citizens.REALM,
                String.valueOf(row.sealed().schema()),
                bytes(row.personIndex()),
                bytes(row.documentIndex()),
                bytes(row.mobileIndex()),
                row.sealed().recordKey(),
                bytes(row.sealed().sealedDataKey()),
                bytes(row.sealed().sealedRecord()),
                bytes(row.sealed().sealedPersonKey()));
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HexFormat.of().formatHex(value);
    }
}
