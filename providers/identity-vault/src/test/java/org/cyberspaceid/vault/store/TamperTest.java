package org.cyberspaceid.vault.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.vault.keys.Deployment;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every sealed value of a person's row, changed in every way: that person's request ends, nobody else's does. */
@ParameterizedClass
@EnumSource(Deployment.class)
class TamperTest {
    private static final Sector SHOP = new Sector("shop.example");
    private static final List<String> SEALED = List.of("sealed_data_key", "sealed_record", "sealed_person_key");

    private final VaultDatabase database = VaultDatabase.running();

    @Parameter
    Deployment deployment;

    @TempDir
    Path folder;

    private IdentityVault vault;
    private String victim;
    private String other;

    @BeforeEach
    void enrolTwo() throws SQLException {
        Keyring keys = deployment.keys(folder);
        vault = database.eachInTransaction(IdentityVault.class, em -> new SealedIdentities(em, "realm", keys));
        database.execute("delete from user_entity");
        victim = database.newUser();
        other = database.newUser();
        vault.enrol(victim, People.person(1, 1));
        vault.enrol(other, People.person(2, 2));
    }

    @Test
    void flippedBitsAndTruncationsAreFound() throws SQLException {
        int tried = 0;
        for (String column : SEALED) {
            byte[] whole = read(column, victim);
            for (Map.Entry<String, byte[]> change : changes(whole).entrySet()) {
                write(column, victim, change.getValue());
                refusesVictimOnly(column + ": " + change.getKey());
                tried++;
            }
            write(column, victim, whole);
            assertThat(vault.read(victim)).isPresent();
        }
        assertThat(tried).isGreaterThan(300);
    }

    @Test
    void valuesOfAnotherPersonOrFieldAreFound() throws SQLException {
        for (String column : SEALED) {
            byte[] whole = read(column, victim);
            for (String from : SEALED) {
                write(column, victim, read(from, other));
                refusesVictimOnly(column + " of the other's " + from);
                if (!from.equals(column)) {
                    write(column, victim, read(from, victim));
                    refusesVictimOnly(column + " of the own " + from);
                }
            }
            write(column, victim, whole);
        }
        assertThat(vault.read(victim)).isPresent();
    }

    @Test
    void anotherRecordKeysNameOrSchemaOrRealmIsFound() throws SQLException {
        for (String change : List.of(
                "record_key = 'record-20200101t000000z-aaaaaa'",
                "record_key = 'root-x'",
                "record_key = '../../etc'",
                "schema_version = 1",
                "schema_version = 3")) {
            database.execute("update cid_identity set " + change + " where user_id = '" + victim + "'");
            refusesVictimOnly(change);
            database.execute("update cid_identity a set record_key = b.record_key, schema_version = b.schema_version"
                    + " from cid_identity b where a.user_id = '" + victim + "' and b.user_id = '" + other + "'");
        }
        database.execute("update cid_identity set realm_id = 'other-realm' where user_id = '" + victim + "'");
        assertThat(vault.read(victim)).isEmpty();
        IdentityVault elsewhere = database.eachInTransaction(
                IdentityVault.class, em -> new SealedIdentities(em, "other-realm", deployment.keys(folder)));
        assertThatThrownBy(() -> elsewhere.read(victim)).isInstanceOf(SealBrokenException.class);
    }

    private void refusesVictimOnly(String what) {
        assertThatThrownBy(() -> {
                    vault.read(victim);
                    vault.networkNumber(victim, SHOP);
                })
                .as(what)
                .isInstanceOf(SealBrokenException.class);
        assertThat(vault.read(other)).as(what).isPresent();
        assertThat(vault.networkNumber(other, SHOP)).as(what).isPresent();
    }

    /** One bit of every third byte, both ends, and truncations. */
    private static Map<String, byte[]> changes(byte[] whole) {
        Map<String, byte[]> changes = new LinkedHashMap<>();
        for (int at = 0; at < whole.length; at += 3) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << (at % Byte.SIZE));
            changes.put("bit flipped at " + at, flipped);
            changes.put("truncated to " + at, Arrays.copyOf(whole, at));
        }
        byte[] last = whole.clone();
        last[whole.length - 1] ^= 1;
        changes.put("last bit flipped", last);
        changes.put("without the last byte", Arrays.copyOf(whole, whole.length - 1));
        changes.put("one byte longer", Arrays.copyOf(whole, whole.length + 1));
        return changes;
    }

    private byte[] read(String column, String user) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement("select " + column + " from cid_identity where user_id = ?")) {
            select.setString(1, user);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private void write(String column, String user, byte[] value) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement update =
                        connection.prepareStatement("update cid_identity set " + column + " = ? where user_id = ?")) {
            update.setBytes(1, value);
            update.setString(2, user);
            update.executeUpdate();
        }
    }
}
