package org.cyberspaceid.vault.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cyberspaceid.vault.keys.Keyring;

/** The statements that find a person, as {@link SealedIdentities} sends them: captured, not typed again. */
final class Queries {
    private final String byMobile;
    private final String byUser;

    /** Needs a database with citizen 0 in it. */
    Queries(BenchDatabase database, Keyring keys) {
        byMobile = database.statementOf(
                em -> new SealedIdentities(em, Citizens.REALM, keys).userWithMobile(Citizens.mobile(0)));
        byUser = database.statementOf(em -> new SealedIdentities(em, Citizens.REALM, keys).read(Citizens.userId(0)));
    }

    /** Of {@code userWithMobile}; parameters: the realm and the blind index. */
    String byMobile() {
        return byMobile;
    }

    /** Of {@code read} and {@code networkNumber}; parameters: the realm and the user's id. */
    String byUser() {
        return byUser;
    }

    /** The first column of each row. */
    static List<String> run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return run(statement, parameters);
        }
    }

    static List<String> run(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            statement.setObject(at + 1, parameters[at]);
        }
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static List<String> explain(Connection connection, String sql, Object value) throws SQLException {
        return run(connection, "explain (analyze, buffers) " + sql, Citizens.REALM, value);
    }
}
