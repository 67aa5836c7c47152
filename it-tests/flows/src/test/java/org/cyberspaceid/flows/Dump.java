package org.cyberspaceid.flows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything the server has written, entry by entry: each row of each table, and each entry of each log. */
record Dump(List<DumpEntry> entries) {
    static final Dump NONE = new Dump(List.of());

    /** An entry begins with a date; lines without one (stack traces) belong to the entry before. */
    private static final String NEXT_LOG_ENTRY = "\n(?=\\d{4}-\\d\\d-\\d\\d )";

    /** @param before an earlier dump, whose entries need not be taken apart again */
    static Dump read(String jdbcUrl, List<Path> logs, Dump before) throws SQLException, IOException {
        Map<String, DumpEntry> known = before.entries.stream()
                .collect(Collectors.toMap(DumpEntry::toString, Function.identity(), (one, same) -> one, HashMap::new));
        List<DumpEntry> entries = new ArrayList<>();
        Haystack.tables(jdbcUrl, "text")
                .forEach((table, rows) -> rows.lines()
                        .forEach(row -> entries.add(
                                known.computeIfAbsent(DumpEntry.written(table, row), w -> DumpEntry.row(table, row)))));
        for (Path file : logs) {
            String log = "log " + file.getFileName();
            for (String entry : Files.readString(file, StandardCharsets.UTF_8).split(NEXT_LOG_ENTRY)) {
                entries.add(known.computeIfAbsent(DumpEntry.written(log, entry), w -> DumpEntry.logged(log, entry)));
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
