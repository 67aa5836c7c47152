package org.cyberspaceid.signin.device;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.vault.Rows;

/**
 * Table {@code CID_KNOWN_DEVICE}: which devices a user's sign-in needs no second factor on. A row holds for the password it was made
 * with, so a new password forgets all devices; it goes with the user; deleting it revokes the device.
 */
final class DeviceRows {
    /** More devices than anybody has; the oldest are forgotten. */
    static final int MOST_PER_USER = 20;

    private static final String VALID = " AND USER_ID = ? AND PASSWORD_SET_AT = ? AND EXPIRES_AT > ?";

    private final EntityManager database;

    DeviceRows(EntityManager database) {
        this.database = database;
    }

    /**
     * A known device.
     *
     * @param id random; stays the same when the cookie's value changes
     * @param sealedName null: it was remembered before names were
     * @param lastUsedDay days since 1970
     */
    record Row(String id, byte[] sealedName, long lastUsedDay) {}

    /**
     * What a sign-in needs of a known device.
     *
     * @param lastUsedDay days since 1970
     */
    record Use(String id, long lastUsedDay) {}

    Optional<Use> find(byte[] device, String userId, long passwordSetAt, Instant now) {
        return Rows.read(
                        database,
                        "SELECT ROW_ID, LAST_USED_DAY FROM CID_KNOWN_DEVICE WHERE DEVICE_HASH = ?" + VALID,
                        row -> new Use(row.getString("ROW_ID"), row.getLong("LAST_USED_DAY")),
                        device,
                        userId,
                        passwordSetAt,
                        now.toEpochMilli())
                .stream()
                .findFirst();
    }

    /** The one that was used last first. */
    List<Row> of(String userId, long passwordSetAt, Instant now) {
        return Rows.read(
                database,
                "SELECT ROW_ID, SEALED_NAME, LAST_USED_DAY FROM CID_KNOWN_DEVICE WHERE TRUE" + VALID
                        + " ORDER BY LAST_USED_DAY DESC, ROW_ID",
                row -> new Row(row.getString("ROW_ID"), row.getBytes("SEALED_NAME"), row.getLong("LAST_USED_DAY")),
                userId,
                passwordSetAt,
                now.toEpochMilli());
    }

    /** Once a day. */
    void used(String rowId, long today) {
        database.createNativeQuery("UPDATE CID_KNOWN_DEVICE SET LAST_USED_DAY = :today WHERE ROW_ID = :row")
                .setParameter("row", rowId)
                .setParameter("today", today)
                .executeUpdate();
    }

    boolean name(String rowId, String userId, byte[] sealedName) {
        return database.createNativeQuery(
                                "UPDATE CID_KNOWN_DEVICE SET SEALED_NAME = :name WHERE ROW_ID = :row AND USER_ID = :user")
                        .setParameter("row", rowId)
                        .setParameter("user", userId)
                        .setParameter("name", sealedName)
                        .executeUpdate()
                == 1;
    }

    boolean remove(String rowId, String userId) {
        return database.createNativeQuery("DELETE FROM CID_KNOWN_DEVICE WHERE ROW_ID = :row AND USER_ID = :user")
                        .setParameter("row", rowId)
                        .setParameter("user", userId)
                        .executeUpdate()
                == 1;
    }

    /** A device that is known already keeps its id, and its name if it has one. */
    void remember(byte[] device, Row row, String userId, long passwordSetAt, Instant expiresAt) {
        database.createNativeQuery("INSERT INTO CID_KNOWN_DEVICE"
                        + " (DEVICE_HASH, USER_ID, PASSWORD_SET_AT, EXPIRES_AT, ROW_ID, SEALED_NAME, LAST_USED_DAY)"
                        + " VALUES (:device, :user, :password, :expires, :row, :name, :day)"
                        + " ON CONFLICT (DEVICE_HASH, USER_ID)"
                        + " DO UPDATE SET PASSWORD_SET_AT = :password, EXPIRES_AT = :expires, LAST_USED_DAY = :day")
                .setParameter("device", device)
                .setParameter("user", userId)
                .setParameter("password", passwordSetAt)
                .setParameter("expires", expiresAt.toEpochMilli())
                .setParameter("row", row.id())
                .setParameter("name", row.sealedName())
                .setParameter("day", row.lastUsedDay())
                .executeUpdate();
        database.createNativeQuery("DELETE FROM CID_KNOWN_DEVICE WHERE USER_ID = :user AND DEVICE_HASH IN"
                        + " (SELECT DEVICE_HASH FROM CID_KNOWN_DEVICE WHERE USER_ID = :user"
                        + " ORDER BY EXPIRES_AT DESC, DEVICE_HASH OFFSET " + MOST_PER_USER + ")")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Lets a device be known by another value from now on, for all its users. */
    void rename(byte[] device, byte[] fresh) {
        database.createNativeQuery("UPDATE CID_KNOWN_DEVICE SET DEVICE_HASH = :fresh WHERE DEVICE_HASH = :device")
                .setParameter("device", device)
                .setParameter("fresh", fresh)
                .executeUpdate();
    }

    int purge(Instant now) {
        return database.createNativeQuery("DELETE FROM CID_KNOWN_DEVICE WHERE EXPIRES_AT <= :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }
}
