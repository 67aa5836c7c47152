package org.cyberspaceid.liveface;

import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;

/**
 * One person's live check under way, in a sealed row of whoever asked for it (an enrolment, a sign-in). Calls are short transactions of
 * their own, see {@link InTransaction}.
 *
 * @param <R> the row as read, with its version
 */
public interface LiveCheck<R> {

    /** The row; empty when the check is not due (any more). */
    Optional<R> read();

    /** The check in a row. */
    FaceState face(R read);

    /** Replaces exactly the row that was read: what makes each state of the worker's serve once. False when somebody else was first. */
    boolean replace(R read, FaceState next);

    /** Whether the person wants the template of the live face kept. */
    boolean keepsTemplate(R read);

    /** Takes one of today's attempts; false when there is none left. */
    boolean takeAttempt(R read);

    /** Tells the event listeners of a refusal. */
    void refused(R read, Problem why);
}
