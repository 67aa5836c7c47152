package org.cyberspaceid.core.kept;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The list of {@link KeptField}s as tables, to hold against a database. */
public final class KeptTables {
    private static final String OURS = "cid_";

    private KeptTables() {}

    /**
     * In words, where our tables differ from the list, table by table and column by column; empty when they are the same.
     *
     * @param found every table of a database with its columns; upper and lower case are the same, tables that are not ours are
     *     passed over
     */
    public static List<String> differences(Map<String, Set<String>> found) {
        Map<String, Set<String>> listed = ours(columns());
        Map<String, Set<String>> ours = ours(found);
        List<String> differences = new ArrayList<>();
        Set<String> tables = new TreeSet<>(listed.keySet());
        tables.addAll(ours.keySet());
        for (String table : tables) {
            if (!listed.containsKey(table)) {
                differences.add("table " + table + " is in the database and not in the list of kept fields");
            } else if (!ours.containsKey(table)) {
                differences.add("table " + table + " is in the list of kept fields and not in the database");
            } else {
                differences.addAll(columns(table, listed.get(table), ours.get(table)));
            }
        }
        return differences;
    }

    /** Every table in which rows of a citizen may be: ours and Keycloak's. */
    public static Set<String> tables() {
        return columns().keySet();
    }

    /** The fields of the sealed record's JSON. */
    public static Set<String> recordFields() {
        return KeptField.all().stream()
                .filter(f -> f.holder().equals(KeptField.RECORD))
                .map(KeptField::name)
                .collect(toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> columns() {
        return KeptField.all().stream()
                .filter(KeptField::isColumn)
                .collect(groupingBy(
                        KeptField::holder, TreeMap::new, mapping(KeptField::name, toCollection(TreeSet::new))));
    }

    private static Map<String, Set<String>> ours(Map<String, Set<String>> tables) {
        Map<String, Set<String>> ours = new TreeMap<>();
        tables.forEach((table, columns) -> {
            String name = lower(table);
            if (name.startsWith(OURS)) {
                ours.put(name, columns.stream().map(KeptTables::lower).collect(toCollection(TreeSet::new)));
            }
        });
        return ours;
    }

    private static List<String> columns(String table, Set<String> listed, Set<String> found) {
        List<String> differences = new ArrayList<>();
        for (String column : minus(found, listed)) {
            differences.add(
                    "column " + table + "." + column + " is in the database and not in the list of kept fields");
        }
        for (String column : minus(listed, found)) {
            differences.add(
                    "column " + table + "." + column + " is in the list of kept fields and not in the database");
        }
        return differences;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
