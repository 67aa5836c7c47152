package org.cyberspaceid.flows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** Everything the server has written: each table of the database whole (events are tables too), and each log file. */
final class Haystack {
    private final Map<String, String> places = new LinkedHashMap<>();

    static Haystack read(String jdbcUrl, List<Path> logs) throws SQLException, IOException {
        Haystack haystack = new Haystack();
        haystack.places.putAll(tables(jdbcUrl, "csv"));
        for (Path log : logs) {
            haystack.places.put("log " + log.getFileName(), Files.readString(log, StandardCharsets.UTF_8));
        }
        return haystack;
    }

    /** Where the needle stands, as {@code place (form)}. */
    List<String> find(Needle needle) {
        List<String> found = new ArrayList<>();
        needle.forms()
                .forEach((form, text) -> places.forEach((place, content) -> {
                    if (content.contains(text)) {
                        found.add(needle.what() + " in " + place + " (" + form + ")");
                    }
                }));
        return found;
    }

    /** The tables ({@code table …}) and logs ({@code log …}) in which a text stands as it is. */
    List<String> places(String text) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return places.values().stream().mapToInt(String::length).sum();
    }

    /**
     * Each table as {@code table …}, whole.
     *
     * @param format of COPY: {@code csv}, or {@code text}, where a row is a line
     */
    static Map<String, String> tables(String jdbcUrl, String format) throws SQLException, IOException {
        Map<String, String> dumps = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            for (String table : tables(connection)) {
                dumps.put("table " + table, dump(connection, table, format));
            }
        }
        return dumps;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** As {@code pg_dump} writes a table: COPY, bytes in hexadecimal. */
    private static String dump(Connection connection, String table, String format) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String copy = "COPY " + table + " TO STDOUT (FORMAT " + format + ")";
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
