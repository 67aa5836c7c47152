package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.util.function.UnaryOperator;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;

/**
 * What changes in a row during the life of an ID: the number and the document, the index and the sealed record in one statement. The
 * person key never does, and so no network number.
 */
final class RecordChanges {
    private final EntityManager entities;
    private final String realmId;
    private final KeyedBlindIndex index;

    RecordChanges(EntityManager entities, String realmId, KeyedBlindIndex index) {
        this.entities = entities;
        this.realmId = realmId;
        this.index = index;
    }

    /**
     * The number that was proved, for this person.
     *
     * @return false when the row was changed since it was read
     */
    boolean mobile(OpenPerson person, MobileNumber proven) {
        byte[] mobileIndex = index.mobile(proven);
        release(mobileIndex, person.userId());
        return rewrite(
                "i.mobileIndex = :index",
                mobileIndex,
                person,
                before -> new IdentityRecord(
                        before.document(), proven, true, before.noticeVersion(), before.enrolledAt()));
    }

    /** As {@link #mobile}: the document that takes the place of the one before. */
    boolean document(OpenPerson person, VerifiedDocument document) {
        return rewrite(
                "i.documentIndex = :index",
                index.document(document.number()),
                person,
                before -> new IdentityRecord(
                        document,
                        before.mobile(),
                        before.mobileVerified(),
                        before.noticeVersion(),
                        before.enrolledAt()));
    }

    /** Nobody but this user has the number any more; what their records say of it is void with the index ({@link OpenPerson#identity}). */
    void release(byte[] mobileIndex, String butUser) {
        DurableCommit.require(entities);
        entities.createQuery("update IdentityEntity i set i.mobileIndex = null"
                        + " where i.realmId = :realm and i.mobileIndex = :mobile and i.userId <> :user")
                .setParameter("realm", realmId)
                .setParameter("mobile", mobileIndex)
                .setParameter("user", butUser)
                .executeUpdate();
    }

    private boolean rewrite(String set, byte[] value, OpenPerson person, UnaryOperator<IdentityRecord> change) {
        DurableCommit.require(entities);
        return entities.createQuery("update IdentityEntity i set i.sealedRecord = :record, " + set
                                + " where i.realmId = :realm and i.userId = :user and i.sealedRecord = :before")
                        .setParameter(
                                "record", person.seal(Place.RECORD, RecordJson.write(change.apply(person.identity()))))
                        .setParameter("index", value)
                        .setParameter("realm", realmId)
                        .setParameter("user", person.userId())
                        .setParameter("before", person.sealedRecord())
                        .executeUpdate()
                == 1;
    }
}
