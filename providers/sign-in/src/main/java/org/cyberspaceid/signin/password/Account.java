package org.cyberspaceid.signin.password;

import java.util.Optional;

/** The account a number leads to, as far as checking a password needs it. */
interface Account {

    /** The event error of a lock by too many failures, if there is one. */
    Optional<String> lock();

    boolean isEnabled();

    /** Whether there is a password to compare with. */
    boolean hasPassword();

    /** Compares, at the cost of one hash. */
    boolean matches(String unverifiedPassword);
}
