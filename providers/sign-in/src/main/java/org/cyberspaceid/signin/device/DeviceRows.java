package org.cyberspaceid.signin.device;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * Table {@code CID_KNOWN_DEVICE}: which devices a user's sign-in needs no second factor on. A row holds for the password it was made
 * with, so a new password forgets all devices; it goes with the user; deleting it revokes the device.
 */
final class DeviceRows {
    /** More devices than anybody has; the oldest are forgotten. */
    static final int MOST_PER_USER = 20;

    private final EntityManager database;

    DeviceRows(EntityManager database) {
        this.database = database;
    }

    boolean knows(byte[] device, String userId, long passwordSetAt, Instant now) {
        return !database.createNativeQuery("SELECT 1 FROM CID_KNOWN_DEVICE WHERE DEVICE_HASH = :device"
                        + " AND USER_ID = :user AND PASSWORD_SET_AT = :password AND EXPIRES_AT > :now")
                .setParameter("device", device)
                .setParameter("user", userId)
                .setParameter("password", passwordSetAt)
                .setParameter("now", now.toEpochMilli())
                .getResultList()
                .isEmpty();
    }

    void remember(byte[] device, String userId, long passwordSetAt, Instant expiresAt) {
        database.createNativeQuery("INSERT INTO CID_KNOWN_DEVICE (DEVICE_HASH, USER_ID, PASSWORD_SET_AT, EXPIRES_AT)"
                        + " VALUES (:device, :user, :password, :expires) ON CONFLICT (DEVICE_HASH, USER_ID)"
                        + " DO UPDATE SET PASSWORD_SET_AT = :password, EXPIRES_AT = :expires")
                .setParameter("device", device)
                .setParameter("user", userId)
                .setParameter("password", passwordSetAt)
                .setParameter("expires", expiresAt.toEpochMilli())
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
