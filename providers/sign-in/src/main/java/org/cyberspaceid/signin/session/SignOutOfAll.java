package org.cyberspaceid.signin.session;

import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-out that is of no ISP: the citizen confirmed it at their own pages, or at an end-session request that names no client, which
 * Keycloak counts among them (OpenID Connect RP-Initiated Logout 1.0, 2: all parameters are optional). All of the browser's sessions
 * end, whether or not one of them is of these pages.
 */
final class SignOutOfAll {
    private SignOutOfAll() {}

    /** Whether this request belongs to one. */
    static boolean isUnderWay(KeycloakSession session) {
        AuthenticationSessionModel page = session.getContext().getAuthenticationSession();
        return page != null
                && AuthenticationSessionModel.Action.LOGGING_OUT.name().equals(page.getAction())
                && Partition.isConsole(page.getClient());
    }
}
