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
import org.cyberspaceid.vault.keys.KeyPurpose;
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
        DurableCommit.require(entities);
        entities.createQuery("insert into EnrolmentEntity (idHash, realmId, version, deadline, sealedState)"
                        + " values (:id, :realm, 0L, :deadline, :state)")
                .setParameter("id", idHash)
                .setParameter("realm", realmId)
                .setParameter("deadline", deadline.toEpochMilli())
                .setParameter("state", seal(state, idHash, 0))
                .executeUpdate();
        return id;
    }

    @Override
    public Optional<Row> read(String unverifiedId) {
        byte[] idHash = hash(unverifiedId);
        return entities.createQuery(
                        "select e.version, e.sealedState from EnrolmentEntity e"
                                + " where e.realmId = :realm and e.idHash = :id and e.deadline > :now",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("id", idHash)
                .setParameter("now", clock.millis())
                .getResultStream()
                .findFirst()
                .map(row -> opened((Long) row[0], (byte[]) row[1], idHash));
    }

    @Override
    public boolean replace(String unverifiedId, long version, byte[] state) {
        byte[] idHash = hash(unverifiedId);
        DurableCommit.require(entities);
        return entities.createQuery(
                                "update EnrolmentEntity e set e.version = :next, e.sealedState = :state"
                                        + " where e.realmId = :realm and e.idHash = :id and e.version = :version and e.deadline > :now")
                        .setParameter("next", version + 1)
                        .setParameter("state", seal(state, idHash, version + 1))
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

    private Row opened(long version, byte[] sealed, byte[] idHash) {
        return new Row(version, keys.open(KeyPurpose.ENROLMENT, sealed, place(idHash, version)));
    }

    private byte[] seal(byte[] state, byte[] idHash, long version) {
        return keys.seal(KeyPurpose.ENROLMENT, state, place(idHash, version));
    }

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
