package org.cyberspaceid.signin.password;

import java.util.Optional;
import org.keycloak.events.Errors;

/**
 * Number and password, right or wrong. Every way through costs exactly one password hash, whether there is an account or not, so that the
 * time of an answer does not tell who has an ID.
 */
final class PasswordCheck {
    /** Our passwords have eight digits; nothing longer is worth hashing. */
    private static final int LONGEST_INPUT = 64;

    private final Runnable dummyHash;

    /** @param dummyHash costs what {@link Account#matches} costs */
    PasswordCheck(Runnable dummyHash) {
        this.dummyHash = dummyHash;
    }

    Verdict judge(Optional<? extends Account> account, String unverifiedPassword) {
        Optional<Verdict> refusal = refusalWithoutComparing(account, unverifiedPassword);
        if (refusal.isPresent()) {
            dummyHash.run();
            return refusal.get();
        }
        return account.orElseThrow().matches(unverifiedPassword)
                ? new Verdict.Right()
                : new Verdict.Wrong(Errors.INVALID_USER_CREDENTIALS);
    }

    private static Optional<Verdict> refusalWithoutComparing(Optional<? extends Account> account, String password) {
        if (account.isEmpty()) {
            return wrong(Errors.USER_NOT_FOUND);
        }
        Optional<String> lock = account.get().lock();
        if (lock.isPresent()) {
            return wrong(lock.get());
        }
        if (!account.get().isEnabled()) {
            return wrong(Errors.USER_DISABLED);
        }
        return isComparable(password) && account.get().hasPassword()
                ? Optional.empty()
                : wrong(Errors.INVALID_USER_CREDENTIALS);
    }

    /** Whether it is worth a comparison, whatever the account. */
    static boolean isComparable(String unverifiedPassword) {
        return unverifiedPassword != null
                && !unverifiedPassword.isEmpty()
                && unverifiedPassword.length() <= LONGEST_INPUT;
    }

    private static Optional<Verdict> wrong(String eventError) {
        return Optional.of(new Verdict.Wrong(eventError));
    }

    /** What came of it. To the person every {@link Wrong} is the same. */
    sealed interface Verdict {
        record Right() implements Verdict {}

        /**
         * Not let in.
         *
         * @param eventError for the operator's events only
         */
        record Wrong(String eventError) implements Verdict {}
    }
}
