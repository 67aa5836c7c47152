package org.cyberspaceid.relyingparty.claims;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Table {@code CID_MATCH_LIMIT}: how many comparisons one ISP had answered with no about one person, both in one keyed hash. Only a
 * wrong pair costs one, since a right one tells nothing new; once there are too many, right ones are not answered either, or a refusal
 * would be the answer.
 */
final class MatchLimit {
    /** Wrong pairs in {@link #WINDOW}. */
    static final int WRONG = 5;

    /** From the first wrong pair on. */
    static final Duration WINDOW = Duration.ofHours(24);

    private final EntityManager database;

    MatchLimit(EntityManager database) {
        this.database = database;
    }

    boolean isReached(byte[] key, Instant now) {
        List<?> wrong = database.createNativeQuery(
                        "SELECT WRONG FROM CID_MATCH_LIMIT WHERE LIMIT_KEY = :key AND EXPIRES_AT > :now")
                .setParameter("key", key)
                .setParameter("now", now.toEpochMilli())
                .getResultList();
        return !wrong.isEmpty() && ((Number) wrong.get(0)).intValue() >= WRONG;
    }

    /** Counts a wrong pair; false when there were too many before: then nothing may be said. Atomic, also between nodes. */
    boolean countWrong(byte[] key, Instant now) {
        return database.createNativeQuery("INSERT INTO CID_MATCH_LIMIT (LIMIT_KEY, WRONG, EXPIRES_AT)"
                                + " VALUES (:key, 1, :end) ON CONFLICT (LIMIT_KEY) DO UPDATE SET"
                                + " WRONG = CASE WHEN CID_MATCH_LIMIT.EXPIRES_AT > :now"
                                + " THEN CID_MATCH_LIMIT.WRONG + 1 ELSE 1 END,"
                                + " EXPIRES_AT = CASE WHEN CID_MATCH_LIMIT.EXPIRES_AT > :now"
                                + " THEN CID_MATCH_LIMIT.EXPIRES_AT ELSE :end END"
                                + " WHERE CID_MATCH_LIMIT.EXPIRES_AT <= :now OR CID_MATCH_LIMIT.WRONG < :most")
                        .setParameter("key", key)
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("end", now.plus(WINDOW).toEpochMilli())
                        .setParameter("most", WRONG)
                        .executeUpdate()
                == 1;
    }

    int purge(Instant now) {
        return database.createNativeQuery("DELETE FROM CID_MATCH_LIMIT WHERE LIMIT_KEY IN"
                        + " (SELECT LIMIT_KEY FROM CID_MATCH_LIMIT WHERE EXPIRES_AT <= :now FOR UPDATE SKIP LOCKED)")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }
}
