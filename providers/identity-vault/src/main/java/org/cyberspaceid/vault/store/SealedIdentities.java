package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.keys.Keyring;

/** A realm's people in PostgreSQL, in the transaction of the entity manager. */
public final class SealedIdentities implements IdentityVault {
    private static final int ATTEMPTS = 3;

    private final EntityManager entities;
    private final String realmId;
    private final KeyedBlindIndex index;
    private final IdentitySeals seals;

    public SealedIdentities(EntityManager entities, String realmId, Keyring keys) {
        this.entities = entities;
        this.realmId = realmId;
        this.index = new KeyedBlindIndex(keys, realmId);
        this.seals = new IdentitySeals(keys, realmId);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One row holds both indexes, so one statement takes both or none; while another transaction holds one of them, it waits.
     *
     * @throws IllegalStateException when this user is enrolled already, with another document
     */
    @Override
    public EnrolResult enrol(String userId, NewIdentity identity) {
        entities.flush(); // the user's row first: ours refers to it
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (insert(userId, identity) == 1) {
                return new EnrolResult.Enrolled();
            }
            if (userWithDocument(identity.document().number()).isPresent()) {
                return new EnrolResult.DocumentTaken();
            }
            if (userWithMobile(identity.mobile()).isPresent()) {
                return new EnrolResult.MobileTaken();
            }
            // Whoever was in the way has left in between.
        }
        throw new IllegalStateException("this user cannot be enrolled: there is a record already");
    }

    private int insert(String userId, NewIdentity identity) {
        IdentityRecord kept = new IdentityRecord(
                identity.document(), identity.mobile(), true, identity.noticeVersion(), identity.enrolledAt());
        DocumentNumber number = identity.document().number();
        DurableCommit.require(entities);
        return entities.createQuery(
                        "insert into IdentityEntity (userId, realmId, schemaVersion, documentIndex, mobileIndex,"
                                + " sealedRecord, sealedPersonKey) values (:user, :realm, :schema, :document, :mobile, :record,"
                                + " :personKey) on conflict do nothing")
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .setParameter("schema", IdentityEntity.SCHEMA)
                .setParameter("document", index.document(number))
                .setParameter("mobile", index.mobile(identity.mobile()))
                .setParameter("record", seals.sealRecord(userId, kept))
                .setParameter("personKey", seals.sealNewPersonKey(userId, number))
                .executeUpdate();
    }

    @Override
    public Optional<String> userWithDocument(DocumentNumber number) {
        return userBy("documentIndex", index.document(number));
    }

    @Override
    public Optional<String> userWithMobile(MobileNumber mobile) {
        return userBy("mobileIndex", index.mobile(mobile));
    }

    private Optional<String> userBy(String column, byte[] value) {
        return entities.createQuery(
                        "select i.userId from IdentityEntity i where i.realmId = :realm and i." + column + " = :value",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<IdentityRecord> read(String userId) {
        return sealed("sealedRecord", userId).map(s -> seals.openRecord(s.schema(), userId, s.value()));
    }

    @Override
    public Optional<NetworkNumber> networkNumber(String userId, Sector sector) {
        return sealed("sealedPersonKey", userId).map(s -> seals.networkNumber(s.schema(), userId, s.value(), sector));
    }

    private Optional<Sealed> sealed(String column, String userId) {
        return entities.createQuery(
                        "select i.schemaVersion, i." + column
                                + " from IdentityEntity i where i.realmId = :realm and i.userId = :user",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst()
                .map(row -> new Sealed((Short) row[0], (byte[]) row[1]));
    }

    @Override
    public boolean remove(String userId) {
        DurableCommit.require(entities);
        Query query =
                entities.createQuery("delete from IdentityEntity i where i.realmId = :realm and i.userId = :user");
        return query.setParameter("realm", realmId).setParameter("user", userId).executeUpdate() == 1;
    }

    private record Sealed(short schema, byte[] value) {}
}
