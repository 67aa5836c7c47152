package org.cyberspaceid.signin.password;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.cyberspaceid.vault.Rows;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Reads accounts in one query and past Keycloak's caches: through them, an account is read now from memory, now in three queries, and one
 * that does not exist in none. This query is the same for somebody's and for nobody's.
 */
final class AccountRows {
    /** No user's id. */
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final EntityManager database;
    private final String realmId;

    AccountRows(EntityManager database, String realmId) {
        this.database = database;
        this.realmId = realmId;
    }

    Optional<AccountRow> read(String userId) {
        return Rows.read(
                        database,
                        "SELECT U.ENABLED, C.ID, C.SECRET_DATA, C.CREDENTIAL_DATA, C.CREATED_DATE"
                                + " FROM USER_ENTITY U LEFT JOIN CREDENTIAL C ON C.USER_ID = U.ID AND C.TYPE = ?"
                                + " WHERE U.ID = ? AND U.REALM_ID = ? ORDER BY C.PRIORITY",
                        row -> new AccountRow(userId, row.getBoolean("ENABLED"), password(row)),
                        PasswordCredentialModel.TYPE,
                        userId,
                        realmId)
                .stream()
                .findFirst();
    }

    private static Optional<PasswordCredentialModel> password(ResultSet row) throws SQLException {
        if (row.getString("ID") == null) {
            return Optional.empty();
        }
        CredentialModel stored = new CredentialModel();
        stored.setId(row.getString("ID"));
        stored.setType(PasswordCredentialModel.TYPE);
        stored.setSecretData(row.getString("SECRET_DATA"));
        stored.setCredentialData(row.getString("CREDENTIAL_DATA"));
        stored.setCreatedDate(row.getLong("CREATED_DATE"));
        return Optional.of(PasswordCredentialModel.createFromCredentialModel(stored));
    }
}
