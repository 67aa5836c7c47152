package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what every sign-in reads, by JDBC on the connection of the running transaction. Hibernate's native query takes as long again to find out what came
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
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    query.setObject(i + 1, parameters[i]);
                }
                return all(query.executeQuery(), reader);
            }
        });
    }

    private static <T> List<T> all(ResultSet rows, Reader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            all.add(reader.read(rows));
        }
        return all;
    }
}
