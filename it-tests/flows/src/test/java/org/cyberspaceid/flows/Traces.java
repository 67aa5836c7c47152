package org.cyberspaceid.flows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows there are of people and of half-finished enrolments. */
record Traces(Map<String, Long> rows) {
    private static final List<String> TABLES =
            List.of("user_entity", "credential", "user_consent", "cid_identity", "cid_enrolment");

    long halfFinished() {
        return rows.get("cid_enrolment");
    }

    long people() {
        return rows.get("user_entity");
    }

    static Traces in(String jdbcUrl) {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            for (String table : TABLES) {
                try (ResultSet count = connection.createStatement().executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return new Traces(rows);
    }
}
