package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.cyberspaceid.vault.keys.KeyPurpose;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.KeysUnusableException;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/**
 * Whether these are the keys that the database was filled with. Other keys open without complaint, but with them nobody would be
 * found and everybody could enrol a second time. The first start notes what each key that is never replaced makes of a fixed text;
 * every later start compares.
 */
public final class KeyCheck {
    private KeyCheck() {}

    /**
     * Compares without writing anything, before Keycloak looks at the schema. A database that is empty, or older than the check, has
     * nothing to compare with.
     *
     * @throws KeysUnusableException when the keys are others, or one that rows are under is missing
     */
    public static void beforeAnythingIsWritten(Connection database, Keyring keys) throws SQLException {
        if (hasTable(database, "cid_key_check")) {
            try (Statement statement = database.createStatement();
                    ResultSet noted = statement.executeQuery("select purpose, check_value from cid_key_check")) {
                while (noted.next()) {
                    compare(noted.getString(1), noted.getBytes(2), keys);
                }
            }
        }
        if (hasTable(database, "cid_record_key")) {
            try (Statement statement = database.createStatement();
                    ResultSet used =
                            statement.executeQuery("select name from cid_record_key where unused_since is null")) {
                while (used.next()) {
                    requireRecordKey(used.getString(1), keys);
                }
            }
        }
    }

    private static boolean hasTable(Connection database, String table) throws SQLException {
        try (ResultSet tables = database.getMetaData().getTables(null, database.getSchema(), table, null)) {
            return tables.next();
        }
    }

    private static void compare(String purpose, byte[] noted, Keyring keys) {
        KeyPurpose.neverReplaced().stream()
                .filter(p -> p.code().equals(purpose))
                .findFirst()
                .ifPresent(p -> requireSame(p, value(p, keys), noted));
    }

    private static void requireRecordKey(String name, Keyring keys) {
        if (!keys.recordKeys().look().contains(name)) {
            throw new KeysUnusableException(
                    "The sealing key " + name + " of this database is missing. Restore it from its backup.");
        }
    }

    /**
     * Compares, or notes where nothing was noted yet.
     *
     * @throws KeysUnusableException when the keys are others
     */
    public static void require(EntityManager entities, Keyring keys) {
        DurableCommit.require(entities);
        for (KeyPurpose purpose : KeyPurpose.neverReplaced()) {
            byte[] value = value(purpose, keys);
            note(entities, purpose, value);
            requireSame(purpose, value, noted(entities, purpose));
        }
    }

    private static byte[] value(KeyPurpose purpose, Keyring keys) {
        return keys.derive(purpose, LengthPrefixed.of("cyberspace-id/key-check"));
    }

    private static void requireSame(KeyPurpose purpose, byte[] value, byte[] noted) {
        if (!MessageDigest.isEqual(value, noted)) {
            throw new KeysUnusableException("The " + purpose.code() + " key is another one than this database was"
                    + " filled with. Restore the keyset file, or the HSM, that belongs to it.");
        }
    }

    private static void note(EntityManager entities, KeyPurpose purpose, byte[] value) {
        entities.createQuery(
                        "insert into KeyCheckEntity (purpose, checkValue) values (:purpose, :value) on conflict do nothing")
                .setParameter("purpose", purpose.code())
                .setParameter("value", value)
                .executeUpdate();
    }

    private static byte[] noted(EntityManager entities, KeyPurpose purpose) {
        return entities.createQuery(
                        "select k.checkValue from KeyCheckEntity k where k.purpose = :purpose", byte[].class)
                .setParameter("purpose", purpose.code())
                .getSingleResult();
    }
}
