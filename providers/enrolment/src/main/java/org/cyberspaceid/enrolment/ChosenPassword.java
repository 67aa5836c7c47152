package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The password between two steps of one request: in memory, never stored. */
final class ChosenPassword {
    private static final String ATTRIBUTE = "cyberspaceid.chosen-password";

    private ChosenPassword() {}

    static void hold(KeycloakSession session, String password) {
        session.setAttribute(ATTRIBUTE, password);
    }

    /** Takes it, once. */
    static Optional<String> take(KeycloakSession session) {
        return Optional.ofNullable((String) session.removeAttribute(ATTRIBUTE));
    }
}
