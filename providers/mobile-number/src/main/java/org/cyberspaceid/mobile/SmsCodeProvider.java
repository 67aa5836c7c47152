package org.cyberspaceid.mobile;

import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.provider.Provider;

/**
 * One-time codes by SMS: 6 digits, 5 minutes, 5 tries; per number 1 a minute, 5 an hour, 10 a day. Counters stand in PostgreSQL
 * under keyed hashes of the number.
 */
public interface SmsCodeProvider extends Provider {

    /**
     * Sends a fresh code, which replaces any code of the same purpose and number.
     *
     * @param purpose {@code enrolment} or {@code sign-in}: a code for one never serves the other
     * @param locale of the message
     * @return empty when it was sent, else {@code sms_rate_limited} or {@code sms_unavailable}
     */
    Optional<Problem> send(String purpose, MobileNumber to, Locale locale);

    /**
     * Checks a typed code; a right one is used up.
     *
     * @return empty when right, else {@code sms_code_wrong}, {@code sms_code_expired} or {@code sms_code_tries_exhausted}
     */
    Optional<Problem> check(String purpose, MobileNumber number, String typed);
}
