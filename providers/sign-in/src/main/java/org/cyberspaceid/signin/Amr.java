package org.cyberspaceid.signin;

import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How somebody signed in, in the words of RFC 8176, as {@code oidc.md} (Levels) assigns them. Keycloak's own references hang on executions,
 * so they would say {@code sms} of a device that was known; a note of the user session says what happened.
 */
public enum Amr {
    /** The 8-digit password on a known device. The cookie adds no value of its own. */
    PASSWORD_ON_KNOWN_DEVICE("[\"pin\"]"),
    /** The 8-digit password and a code by SMS. */
    PASSWORD_AND_SMS("[\"pin\",\"sms\",\"mfa\"]");

    /** The user-session note that the {@code amr} claim is mapped from: a JSON array. */
    public static final String NOTE = "cyberspace-id.amr";

    private final String values;

    Amr(String values) {
        this.values = values;
    }

    /** Notes it for the session that this sign-in will make. */
    public void note(AuthenticationSessionModel authentication) {
        authentication.setUserSessionNote(NOTE, values);
    }
}
