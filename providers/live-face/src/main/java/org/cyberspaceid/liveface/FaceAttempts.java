package org.cyberspaceid.liveface;

import java.time.Duration;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.limit.Quota;

/**
 * Six face attempts a day ({@code face.md}), whoever begins them: with one document at enrolment, for one person at sign-in. Counted in
 * PostgreSQL under a keyed hash, so that neither a number stands there nor a restart frees them.
 */
public final class FaceAttempts {
    static final Quota PER_DAY = new Quota(6, Duration.ofDays(1));

    private final Attempts attempts;

    public FaceAttempts(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Takes an attempt; false when today's are used up.
     *
     * @param whose type and value of what the attempts are counted for, for example a document's
     */
    public boolean take(String whose) {
        return attempts.take(limit(whose));
    }

    /** Gives one back: a match is no attempt on anybody, and services may ask for a face more often than people mistake a prompt. */
    public void giveBack(String whose) {
        attempts.giveBack(limit(whose));
    }

    private static Limit limit(String whose) {
        return Limit.of("face", whose, PER_DAY);
    }
}
