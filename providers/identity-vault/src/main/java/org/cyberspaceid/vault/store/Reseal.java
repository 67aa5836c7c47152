package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SealBrokenException;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Seals data keys anew under the newest record key, a batch of people at a time, in the order of the index on key and id. Many nodes may do it at
 * once: each takes rows that no other holds. What a data key sealed is not touched.
 */
public final class Reseal {
    private static final Logger LOG = Logger.getLogger(Reseal.class);

    private static final String NEXT =
            "select user_id, realm_id, schema_version, record_key, sealed_data_key from cid_identity"
                    + " where record_key < ? and (record_key, user_id) > (?, ?) order by record_key, user_id limit ?"
                    + " for update skip locked";
    private static final String UPDATE =
            "update cid_identity set record_key = ?, sealed_data_key = ? where user_id = ? and record_key = ?";

    private final EntityManager entities;
    private final Keyring keys;

    public Reseal(EntityManager entities, Keyring keys) {
        this.entities = entities;
        this.keys = keys;
    }

    /**
     * What came of a batch.
     *
     * @param resealed how many rows are under the newest key now
     * @param broken how many stay, because they do not open
     * @param last the last row's key and id; the next batch begins after it. Empty: there was none left
     */
    public record Batch(int resealed, int broken, String last) {
        /** Whether this was the last one of the pass. */
        public boolean isEnd() {
            return last.isEmpty();
        }
    }

    /**
     * One batch, in the current transaction.
     *
     * @param after {@link Batch#last} of the batch before; empty at the beginning
     */
    public Batch batch(String after, int size) {
        return entities.unwrap(Session.class).doReturningWork(connection -> batch(connection, after, size));
    }

    /** How many people's data keys are under an older key than the newest. */
    public long remaining() {
        return entities.createQuery("select count(*) from IdentityEntity i where i.recordKey < :newest", Long.class)
                .setParameter("newest", keys.recordKeys().newest())
                .getSingleResult();
    }

    private Batch batch(Connection connection, String after, int size) throws SQLException {
        String newest = keys.recordKeys().newest();
        List<IdentityRow> rows = new ArrayList<>();
        List<String> realms = new ArrayList<>();
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setString(1, newest);
            next.setString(2, after.isEmpty() ? "" : after.split(" ")[0]);
            next.setString(3, after.isEmpty() ? "" : after.split(" ")[1]);
            next.setInt(4, size);
            try (ResultSet found = next.executeQuery()) {
                while (found.next()) {
                    rows.add(new IdentityRow(
                            found.getString(1),
                            found.getShort(3),
                            found.getString(4),
                            found.getBytes(5),
                            null,
                            null,
                            true));
                    realms.add(found.getString(2));
                }
            }
        }
        return update(connection, newest, rows, realms);
    }

    private Batch update(Connection connection, String newest, List<IdentityRow> rows, List<String> realms)
            throws SQLException {
        int broken = 0;
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (int at = 0; at < rows.size(); at++) {
                broken += add(update, newest, rows.get(at), realms.get(at)) ? 0 : 1;
            }
            update.executeBatch();
        }
        return new Batch(rows.size() - broken, broken, rows.isEmpty() ? "" : position(rows.get(rows.size() - 1)));
    }

    private static String position(IdentityRow row) {
        return row.recordKey() + " " + row.userId();
    }

    private boolean add(PreparedStatement update, String newest, IdentityRow row, String realmId) throws SQLException {
        try {
            update.setString(1, newest);
            update.setBytes(2, new OpenPerson(keys, realmId, row).dataKeySealedBy(newest));
            update.setString(3, row.userId());
            update.setString(4, row.recordKey());
            update.addBatch();
            return true;
        } catch (SealBrokenException broken) {
            // One person's row must not stop everybody's; its key stays until an operator has seen to it.
            LOG.errorf("vault_seal_broken: the data key of user %s does not open", row.userId());
            return false;
        }
    }
}
