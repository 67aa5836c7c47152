package org.cyberspaceid.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A running server's database, with every right. */
public record Database(String jdbcUrl) {

    /** The first column of what a query finds. */
    public List<String> query(String query) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Runs a statement that changes something. */
    public void sql(String statement, Object... values) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int at = 0; at < values.length; at++) {
                prepared.setObject(at + 1, values[at]);
            }
            prepared.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
