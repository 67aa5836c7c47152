package org.cyberspaceid.signin.scan;

import java.time.Duration;
import java.time.Instant;

/**
 * One "sign in with your phone", as it stands sealed in its row: what the page of the other screen says of itself, and how far the phone got.
 *
 * @param clientId the ISP that the other screen signs in to
 * @param ispHost where that browser will return to
 * @param number what that screen shows
 * @param browser family of that browser, empty when unknown
 * @param system family of its operating system, empty when unknown
 * @param startedAt seconds since 1970
 * @param stage how far it got
 * @param userId who opened it on a phone; null: nobody did
 */
record Attempt(
        String clientId,
        String ispHost,
        String number,
        String browser,
        String system,
        long startedAt,
        Stage stage,
        String userId) {
    /** How long a phone can approve it. */
    static final Duration LIFE = Duration.ofMinutes(2);

    /** How long the other screen may take to fetch an answer that came in the last moment. */
    static final Duration TO_FETCH = Duration.ofSeconds(30);

    /** How far it got. The last three are ends: nothing follows on the phone. */
    enum Stage {
        WAITING,
        OPENED,
        APPROVED,
        REFUSED,
        NUMBER_WRONG
    }

    Instant until() {
        return Instant.ofEpochSecond(startedAt).plus(LIFE);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(until());
    }

    /** Whether the phone may still answer. */
    boolean isOpenAt(Instant now) {
        return (stage == Stage.WAITING || stage == Stage.OPENED) && !isOverAt(now);
    }

    /** Whether this person may answer: whoever opened it first, and nobody else. */
    boolean isFor(String user) {
        return userId == null || userId.equals(user);
    }

    Attempt at(Stage next, String user) {
        return new Attempt(clientId, ispHost, number, browser, system, startedAt, next, user);
    }

    @Override
    public String toString() {
        return "Attempt[sealed]";
    }
}
