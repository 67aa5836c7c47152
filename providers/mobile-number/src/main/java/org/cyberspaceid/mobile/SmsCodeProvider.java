package org.cyberspaceid.mobile;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.provider.Provider;

/**
 * One-time codes by SMS: 6 digits, 5 minutes, 5 tries; per number 1 a minute, 5 an hour, 10 a day, whatever the purpose. Counters
 * stand in PostgreSQL under keyed hashes of the number, in transactions of their own: a request that fails later has been counted.
 */
public interface SmsCodeProvider extends Provider {

    /**
     * Sends a fresh code, which replaces any code of the same purpose and number. An attempt counts even when the sender fails.
     *
     * @param purpose {@code enrolment} or {@code sign-in}: a code for one never serves the other
     * @param locale of the message
     * @return empty when it was sent, else {@code sms_rate_limited} or {@code sms_unavailable}
     */
    Optional<Problem> send(String purpose, MobileNumber to, Locale locale);

    /**
     * Checks a typed code; a right one is used up. The fifth wrong one is told as {@code sms_code_tries_exhausted}.
     *
     * @return empty when right, else {@code sms_code_wrong}, {@code sms_code_expired} or {@code sms_code_tries_exhausted}
     */
    Optional<Problem> check(String purpose, MobileNumber number, String typed);

    /** How long {@link #send} to this number would answer {@code sms_rate_limited}; zero when it would not. */
    Duration waitBeforeSending(MobileNumber to);
}
