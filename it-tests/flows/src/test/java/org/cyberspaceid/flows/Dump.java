package org.cyberspaceid.flows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything the server has written, entry by entry: each row of each table, and each entry of each log. */
record Dump(List<DumpEntry> entries) {
    /** An entry begins with a date; lines without one (stack traces) belong to the entry before. */
    private static final String NEXT_LOG_ENTRY = "\n(?=\\d{4}-\\d\\d-\\d\\d )";

    static Dump read(String jdbcUrl, List<Path> logs) throws SQLException, IOException {
        List<DumpEntry> entries = new ArrayList<>();
        for (Map.Entry<String, String> table : Haystack.tables(jdbcUrl, "text").entrySet()) {
            table.getValue().lines().forEach(row -> entries.add(DumpEntry.row(table.getKey(), row)));
        }
        for (Path log : logs) {
            for (String entry : Files.readString(log, StandardCharsets.UTF_8).split(NEXT_LOG_ENTRY)) {
                entries.add(DumpEntry.logged("log " + log.getFileName(), entry));
            }
        }
        return new Dump(entries);
    }

    List<DumpEntry> which(Predicate<DumpEntry> condition) {
        return entries.stream().filter(condition).toList();
    }

    Set<String> values() {
        return values(entries);
    }

    static Set<String> values(List<DumpEntry> entries) {
        return entries.stream().flatMap(entry -> entry.values().stream()).collect(Collectors.toSet());
    }

    /** The texts, to tell what is new. */
    Set<String> texts() {
        return entries.stream().map(DumpEntry::text).collect(Collectors.toSet());
    }
}
