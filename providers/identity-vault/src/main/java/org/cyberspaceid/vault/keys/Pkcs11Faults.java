package org.cyberspaceid.vault.keys;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure of SunPKCS11 means. The HSM's return value is only in the text of a cause: its class is not exported. */
final class Pkcs11Faults {
    private static final Pattern RETURN_VALUE = Pattern.compile("\\bCKR_[A-Z0-9_]+");

    /** PKCS #11 v2.40, section 5.1: what speaks of the token, the session or the login, not of the data or the key. */
    private static final Set<String> UNREACHABLE = Set.of(
            "CKR_CRYPTOKI_NOT_INITIALIZED",
            "CKR_DEVICE_ERROR",
            "CKR_DEVICE_MEMORY",
            "CKR_DEVICE_REMOVED",
            "CKR_SESSION_CLOSED",
            "CKR_SESSION_COUNT",
            "CKR_SESSION_HANDLE_INVALID",
            "CKR_SLOT_ID_INVALID",
            "CKR_TOKEN_NOT_PRESENT",
            "CKR_TOKEN_NOT_RECOGNIZED",
            "CKR_USER_NOT_LOGGED_IN");

    /** {@code sun.security.pkcs11.Token.ensureValid} and {@code SessionManager}: they ask the HSM no more. */
    private static final Set<String> UNREACHABLE_TEXTS =
            Set.of("Token has been removed", "No more sessions available", "Could not obtain session");

    private Pkcs11Faults() {}

    /** Whatever SunPKCS11 threw, as what a Tink primitive may throw. */
    static GeneralSecurityException of(Exception failure) {
        if (failure instanceof HsmUnreachableException known) {
            return known;
        }
        if (returnValue(failure).filter(UNREACHABLE::contains).isPresent() || saysUnreachable(failure)) {
            return new HsmUnreachableException(failure);
        }
        return failure instanceof GeneralSecurityException other
                ? other
                : new GeneralSecurityException("the HSM refuses", failure);
    }

    /** The name of the HSM's return value, for example {@code CKR_PIN_INCORRECT}. */
    static Optional<String> returnValue(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher value = RETURN_VALUE.matcher(String.valueOf(cause.getMessage()));
            if (value.find()) {
                return Optional.of(value.group());
            }
        }
        return Optional.empty();
    }

    /** For an operator: the return value, or else the first cause's words. */
    static String reason(Throwable failure) {
        return returnValue(failure).orElseGet(() -> String.valueOf(root(failure).getMessage()));
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static boolean saysUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (UNREACHABLE_TEXTS.contains(String.valueOf(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }
}
