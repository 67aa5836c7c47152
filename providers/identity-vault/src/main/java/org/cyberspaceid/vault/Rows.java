package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads and changes what every sign-in does, by JDBC on the connection of the running transaction. Hibernate's native query takes as long again to find out what came
 * back, and sets a timer for each. What the transaction has only in memory yet is not written first.
 */
public final class Rows {
    private Rows() {}

    /** One row as what it stands for. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of a query, in its order.
     *
     * @param sql a constant, with a question mark for each parameter
     * @throws jakarta.persistence.PersistenceException when the database refuses it
     */
    public static <T> List<T> read(EntityManager database, String sql, Reader<T> reader, Object... parameters) {
        return database.callWithConnection((Connection connection) -> {
            try (PreparedStatement query = prepared(connection, sql, parameters)) {
                return all(query.executeQuery(), reader);
            }
        });
    }

    /** Changes rows, and tells how many. */
    public static int change(EntityManager database, String sql, Object... parameters) {
        return database.callWithConnection((Connection connection) -> {
            try (PreparedStatement change = prepared(connection, sql, parameters)) {
                return change.executeUpdate();
            }
        });
    }

    /** So many question marks. */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static <T> List<T> all(ResultSet rows, Reader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(reader.read(rows));
        }
        return all;
    }
}
