package org.cyberspaceid.signin.throttle;

import java.time.Duration;
import java.util.List;
import org.cyberspaceid.core.limit.Quota;

/**
 * What is guessed. Each is locked separately. The last quota of each keeps to the hundred consecutive failures of NIST SP 800-63B-4, 3.2.2;
 * a whole sign-in makes the count begin anew.
 */
enum Kind {
    /** Eight digits, one choice of 10⁸. */
    PASSWORD(5, 20),
    /** Six digits of a text message, which has five tries of its own. */
    CODE(10, 30);

    private final List<Quota> quotas;

    Kind(int inAQuarterOfAnHour, int aDay) {
        quotas = List.of(
                new Quota(inAQuarterOfAnHour, Duration.ofMinutes(15)),
                new Quota(aDay, Duration.ofDays(1)),
                new Quota(100, Duration.ofDays(30)));
    }

    /** How many wrong ones an account has, for all devices that are not known and for each known one. */
    List<Quota> quotas() {
        return quotas;
    }
}
