package org.cyberspaceid.signin.passkey;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Table {@code CID_PASSKEY}: what Keycloak's credential has no place for. A row goes with its credential, and so with the user. */
final class PasskeyRows {
    private final EntityManager database;

    PasskeyRows(EntityManager database) {
        this.database = database;
    }

    /**
     * What is noted of a passkey.
     *
     * @param sealedName the name that its owner gave it
     * @param lastUsedDay days since 1970
     */
    record Row(byte[] sealedName, long lastUsedDay) {}

    /** By the credential's id. */
    Map<String, Row> of(String userId) {
        List<?> found = database.createNativeQuery(
                        "SELECT CREDENTIAL_ID, SEALED_NAME, LAST_USED_DAY FROM CID_PASSKEY WHERE USER_ID = :user")
                .setParameter("user", userId)
                .getResultList();
        Map<String, Row> rows = new HashMap<>();
        for (Object row : found) {
            Object[] columns = (Object[]) row;
            rows.put((String) columns[0], new Row((byte[]) columns[1], ((Number) columns[2]).longValue()));
        }
        return rows;
    }

    void add(String credentialId, String userId, byte[] sealedName, long today) {
        database.createNativeQuery("INSERT INTO CID_PASSKEY (CREDENTIAL_ID, USER_ID, SEALED_NAME, LAST_USED_DAY)"
                        + " VALUES (:credential, :user, :name, :today)")
                .setParameter("credential", credentialId)
                .setParameter("user", userId)
                .setParameter("name", sealedName)
                .setParameter("today", today)
                .executeUpdate();
    }

    boolean rename(String credentialId, String userId, byte[] sealedName) {
        return database.createNativeQuery("UPDATE CID_PASSKEY SET SEALED_NAME = :name"
                                + " WHERE CREDENTIAL_ID = :credential AND USER_ID = :user")
                        .setParameter("credential", credentialId)
                        .setParameter("user", userId)
                        .setParameter("name", sealedName)
                        .executeUpdate()
                == 1;
    }

    void used(String credentialId, String userId, long today) {
        database.createNativeQuery("UPDATE CID_PASSKEY SET LAST_USED_DAY = :today"
                        + " WHERE CREDENTIAL_ID = :credential AND USER_ID = :user AND LAST_USED_DAY < :today")
                .setParameter("credential", credentialId)
                .setParameter("user", userId)
                .setParameter("today", today)
                .executeUpdate();
    }
}
