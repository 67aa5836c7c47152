package org.cyberspaceid.signin.password;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
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
        List<?> rows = database.createNativeQuery(
                        "SELECT U.ENABLED, C.ID, C.SECRET_DATA, C.CREDENTIAL_DATA, C.CREATED_DATE"
                                + " FROM USER_ENTITY U LEFT JOIN CREDENTIAL C ON C.USER_ID = U.ID AND C.TYPE = :type"
                                + " WHERE U.ID = :user AND U.REALM_ID = :realm ORDER BY C.PRIORITY")
                .setParameter("type", PasswordCredentialModel.TYPE)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(r -> new AccountRow(
                        userId, (Boolean) r[0], Optional.ofNullable(r[1]).map(id -> password(r))));
    }

    private static PasswordCredentialModel password(Object[] row) {
        CredentialModel stored = new CredentialModel();
        stored.setId((String) row[1]);
        stored.setType(PasswordCredentialModel.TYPE);
        stored.setSecretData((String) row[2]);
        stored.setCredentialData((String) row[3]);
        stored.setCreatedDate(((Number) row[4]).longValue());
        return PasswordCredentialModel.createFromCredentialModel(stored);
    }
}
