package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.Rows;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.SealBrokenException;

/**
 * A realm's people in PostgreSQL, in the transaction of the entity manager. A row is read once and kept for the life of this object:
 * one request. Reading a row whose data key an older record key seals writes it under the newest one.
 */
public final class SealedIdentities implements IdentityVault {
    private static final int ATTEMPTS = 3;
    private static final String USER = "USER_ID";
    private static final String PERSON = "PERSON_INDEX";
    private static final String DOCUMENT = "DOCUMENT_INDEX";
    private static final String MOBILE = "MOBILE_INDEX";

    private final EntityManager entities;
    private final String realmId;
    private final Keyring keys;
    private final KeyedBlindIndex index;
    private final Epochs epochs;
    private final Map<String, OpenPerson> people = new HashMap<>();

    public SealedIdentities(EntityManager entities, String realmId, Keyring keys) {
        this.entities = entities;
        this.realmId = realmId;
        this.keys = keys;
        this.index = new KeyedBlindIndex(keys, realmId);
        this.epochs = new Epochs(new PairwiseRows(entities));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One row holds all indexes, so one statement takes all or none; while another transaction holds one of them, it waits.
     *
     * @throws IllegalStateException when this user is enrolled already, as another person
     */
    @Override
    public EnrolResult enrol(String userId, NewIdentity identity) {
        entities.flush(); // the user's row first: ours refers to it
        NewRow row = NewRow.of(keys, index, realmId, userId, identity);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (insert(row) == 1) {
                return new EnrolResult.Enrolled();
            }
            if (exists(PERSON, row.personIndex()) || exists(DOCUMENT, row.documentIndex())) {
                return new EnrolResult.PersonTaken();
            }
            if (exists(MOBILE, row.mobileIndex())) {
                return new EnrolResult.MobileTaken();
            }
            // Whoever was in the way has left in between.
        }
        throw new IllegalStateException("this user cannot be enrolled: there is a record already");
    }

    private int insert(NewRow row) {
        DurableCommit.require(entities);
        return entities.createQuery("insert into IdentityEntity (userId, realmId, schemaVersion, personIndex,"
                        + " documentIndex, mobileIndex, recordKey, sealedDataKey, sealedRecord, sealedPersonKey)"
                        + " values (:user, :realm, :schema, :person, :document, :mobile, :recordKey, :dataKey, :record,"
                        + " :personKey) on conflict do nothing")
                .setParameter("user", row.sealed().userId())
                .setParameter("realm", realmId)
                .setParameter("schema", row.sealed().schema())
                .setParameter("person", row.personIndex())
                .setParameter("document", row.documentIndex())
                .setParameter("mobile", row.mobileIndex())
                .setParameter("recordKey", row.sealed().recordKey())
                .setParameter("dataKey", row.sealed().sealedDataKey())
                .setParameter("record", row.sealed().sealedRecord())
                .setParameter("personKey", row.sealed().sealedPersonKey())
                .executeUpdate();
    }

    private boolean exists(String column, Object value) {
        return !Rows.read(
                        entities,
                        "SELECT FROM CID_IDENTITY WHERE REALM_ID = ? AND " + column + " = ?",
                        row -> true,
                        realmId,
                        value)
                .isEmpty();
    }

    @Override
    public Optional<String> userWithDocument(DocumentNumber number) {
        return person(DOCUMENT, index.document(number))
                .map(person ->
                        belongs(person, person.identity().document().number().equals(number)));
    }

    @Override
    public Optional<String> userWithReference(PersonReference reference) {
        byte[] personKey = Pseudonyms.personKey(keys, reference);
        return person(PERSON, index.person(personKey)).map(person -> belongs(person, person.is(personKey)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>As much is opened for a number that nobody has.
     */
    @Override
    public Optional<String> userWithMobile(MobileNumber mobile) {
        Optional<OpenPerson> found = person(MOBILE, index.mobile(mobile));
        if (found.isEmpty()) {
            Nobody.open(keys);
        }
        return found.map(person -> belongs(person, person.identity().mobile().equals(mobile)));
    }

    /** An index that was moved to another person's row would let its owner in there: the sealed record has the last word. */
    private static String belongs(OpenPerson person, boolean indexAgrees) {
        if (!indexAgrees) {
            throw new SealBrokenException("index of user " + person.userId(), null);
        }
        return person.userId();
    }

    @Override
    public boolean isEnrolled(String userId) {
        return people.containsKey(userId) || exists(USER, userId);
    }

    @Override
    public Optional<IdentityRecord> read(String userId) {
        return person(userId).map(OpenPerson::identity);
    }

    @Override
    public Optional<NetworkNumber> networkNumber(String userId, Sector sector) {
        return person(userId).map(person -> person.number(sector, s -> epochs.of(person, s)));
    }

    @Override
    public Optional<NetworkNumber> networkNumber(String userId, Sector sector, long epoch) {
        return person(userId).map(person -> person.number(sector, s -> epoch));
    }

    @Override
    public boolean renewNumber(String userId, Sector sector) {
        Optional<OpenPerson> person = person(userId);
        person.ifPresent(p -> {
            epochs.next(p, sector);
            p.forgetNumber(sector);
        });
        return person.isPresent();
    }

    /** A person of the realm, opened once per request. */
    Optional<OpenPerson> person(String userId) {
        OpenPerson known = people.get(userId);
        return known != null ? Optional.of(known) : person(USER, userId);
    }

    private Optional<OpenPerson> person(String column, Object value) {
        return Rows.read(
                        entities,
                        IdentityRow.SELECT + " WHERE REALM_ID = ? AND " + column + " = ?",
                        IdentityRow::of,
                        realmId,
                        value)
                .stream()
                .findFirst()
                .map(this::keep);
    }

    private OpenPerson keep(IdentityRow row) {
        OpenPerson person = new OpenPerson(keys, realmId, row);
        people.put(row.userId(), person);
        String newest = keys.recordKeys().newest();
        if (row.recordKey().compareTo(newest) < 0) { // another node may know a newer one than we do
            reseal(person, row, newest);
        }
        return person;
    }

    private void reseal(OpenPerson person, IdentityRow row, String newest) {
        entities.createQuery("update IdentityEntity i set i.recordKey = :newest, i.sealedDataKey = :sealed"
                        + " where i.userId = :user and i.sealedDataKey = :before")
                .setParameter("newest", newest)
                .setParameter("sealed", person.dataKeySealedBy(newest))
                .setParameter("user", row.userId())
                .setParameter("before", row.sealedDataKey())
                .executeUpdate();
    }

    @Override
    public boolean changeMobile(String userId, MobileNumber proven) {
        return change(userId, person -> changes().mobile(person, proven));
    }

    @Override
    public void releaseMobile(MobileNumber proven) {
        people.clear(); // whoever was read may have lost it
        changes().release(index.mobile(proven), "");
    }

    @Override
    public boolean renewDocument(String userId, VerifiedDocument document) {
        Optional<String> owner = userWithDocument(document.number());
        return owner.filter(other -> !other.equals(userId)).isEmpty()
                && change(userId, person -> changes().document(person, document));
    }

    /** Anew on what another transaction made of the row meanwhile. */
    private boolean change(String userId, Predicate<OpenPerson> how) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            people.clear();
            Optional<OpenPerson> person = person(userId);
            if (person.isEmpty()) {
                return false;
            }
            boolean changed = how.test(person.get());
            people.clear();
            if (changed) {
                return true;
            }
        }
        throw new IllegalStateException("a record changed " + ATTEMPTS + " times at once");
    }

    private RecordChanges changes() {
        return new RecordChanges(entities, realmId, index);
    }

    @Override
    public boolean remove(String userId) {
        people.remove(userId);
        DurableCommit.require(entities);
        Query query =
                entities.createQuery("delete from IdentityEntity i where i.realmId = :realm and i.userId = :user");
        return query.setParameter("realm", realmId).setParameter("user", userId).executeUpdate() == 1;
    }
}
