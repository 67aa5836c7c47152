package org.cyberspaceid.mobile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.cyberspaceid.core.limit.Attempts;
import org.cyberspaceid.core.limit.Limit;
import org.cyberspaceid.core.limit.Quota;
import org.cyberspaceid.core.outcome.Problem;

/**
 * Ten codes a day to numbers that one person chose, whichever numbers: else whoever is signed in could have the whole country texted at
 * the operator's cost (SMS pumping). What one number gets is limited by {@link SmsCodeProvider}.
 */
public final class ChosenNumbers {
    static final Quota PER_DAY = new Quota(10, Duration.ofDays(1));

    private final Attempts attempts;

    public ChosenNumbers(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Sends, if this person may have another code sent.
     *
     * @param whose type and value of who asks, for example a document's; only a keyed hash of it is kept
     * @param sending says why nothing was sent, which then does not count
     * @return {@link Problem#SMS_RATE_LIMITED} when today's are used up, else what the sending says
     */
    public Optional<Problem> send(String whose, Supplier<Optional<Problem>> sending) {
        Limit limit = Limit.of("chosen-number", whose, PER_DAY);
        if (!attempts.take(limit)) {
            return Optional.of(Problem.SMS_RATE_LIMITED);
        }
        Optional<Problem> problem = sending.get();
        problem.ifPresent(nothingSent -> attempts.giveBack(limit));
        return problem;
    }
}
