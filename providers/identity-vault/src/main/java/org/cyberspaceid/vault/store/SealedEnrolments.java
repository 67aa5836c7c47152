package org.cyberspaceid.vault.store;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.vault.keys.DataKey;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.keys.LengthPrefixed;

/** A realm's half-finished enrolments in PostgreSQL, in the transaction of the entity manager. */
public final class SealedEnrolments implements EnrolmentRows {
    private static final int ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final String realmId;
    private final Keyring keys;
    private final Clock clock;

    public SealedEnrolments(EntityManager entities, String realmId, Keyring keys, Clock clock) {
        this.entities = entities;
        this.realmId = realmId;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String open(byte[] state, Instant deadline) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        byte[] idHash = hash(id);
        Sealed sealed = seal(state, place(idHash, 0));
        DurableCommit.require(entities);
        entities.createQuery(
                        "insert into EnrolmentEntity (idHash, realmId, version, deadline, recordKey, sealedDataKey,"
                                + " sealedState) values (:id, :realm, 0L, :deadline, :recordKey, :dataKey, :state)")
                .setParameter("id", idHash)
                .setParameter("realm", realmId)
                .setParameter("deadline", deadline.toEpochMilli())
                .setParameter("recordKey", sealed.recordKey())
                .setParameter("dataKey", sealed.dataKey())
                .setParameter("state", sealed.state())
                .executeUpdate();
        return id;
    }

    @Override
    public Optional<Row> read(String unverifiedId) {
        byte[] idHash = hash(unverifiedId);
        return entities.createQuery(
                        "select e.version, e.recordKey, e.sealedDataKey, e.sealedState from EnrolmentEntity e"
                                + " where e.realmId = :realm and e.idHash = :id and e.deadline > :now",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("id", idHash)
                .setParameter("now", clock.millis())
                .getResultStream()
                .findFirst()
                .map(row ->
                        opened((Long) row[0], new Sealed((String) row[1], (byte[]) row[2], (byte[]) row[3]), idHash));
    }

    @Override
    public boolean replace(String unverifiedId, long version, byte[] state) {
        byte[] idHash = hash(unverifiedId);
        Sealed sealed = seal(state, place(idHash, version + 1));
        DurableCommit.require(entities);
        return entities.createQuery(
                                "update EnrolmentEntity e set e.version = :next, e.recordKey = :recordKey,"
                                        + " e.sealedDataKey = :dataKey, e.sealedState = :state"
                                        + " where e.realmId = :realm and e.idHash = :id and e.version = :version and e.deadline > :now")
                        .setParameter("next", version + 1)
                        .setParameter("recordKey", sealed.recordKey())
                        .setParameter("dataKey", sealed.dataKey())
                        .setParameter("state", sealed.state())
                        .setParameter("realm", realmId)
                        .setParameter("id", idHash)
                        .setParameter("version", version)
                        .setParameter("now", clock.millis())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean close(String unverifiedId) {
        DurableCommit.require(entities);
        return entities.createQuery("delete from EnrolmentEntity e where e.realmId = :realm and e.idHash = :id")
                        .setParameter("realm", realmId)
                        .setParameter("id", hash(unverifiedId))
                        .executeUpdate()
                == 1;
    }

    @Override
    public int purge(Instant now) {
        return purge(entities, now);
    }

    /** Deletes the rows of every realm that are past their deadline. */
    public static int purge(EntityManager entities, Instant now) {
        DurableCommit.require(entities);
        return entities.createQuery("delete from EnrolmentEntity e where e.deadline <= :now")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    /** Deletes every row of a realm that is gone. */
    public static int removeRealm(EntityManager entities, String realmId) {
        DurableCommit.require(entities);
        return entities.createQuery("delete from EnrolmentEntity e where e.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private Row opened(long version, Sealed sealed, byte[] idHash) {
        LengthPrefixed place = place(idHash, version);
        DataKey dataKey = DataKey.open(keys, sealed.recordKey(), sealed.dataKey(), place, "an enrolment");
        return new Row(version, dataKey.open("enrolment", sealed.state(), place));
    }

    private Sealed seal(byte[] state, LengthPrefixed place) {
        DataKey dataKey = DataKey.fresh(keys.suite());
        String recordKey = keys.recordKeys().newest();
        return new Sealed(recordKey, dataKey.sealedBy(keys, recordKey, place), dataKey.seal(state, place));
    }

    private record Sealed(String recordKey, byte[] dataKey, byte[] state) {}

    /** With the version, so that an older state cannot be put back under a newer number. */
    private LengthPrefixed place(byte[] idHash, long version) {
        return LengthPrefixed.of("cyberspace-id/enrolment", realmId).and(idHash).and(version);
    }

    private static byte[] hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
