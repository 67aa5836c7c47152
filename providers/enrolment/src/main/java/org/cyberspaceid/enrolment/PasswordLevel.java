package org.cyberspaceid.enrolment;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whoever has just enrolled has proved more than a sign-in with number, password and code does. Keycloak's level condition stands in the
 * browser flow only, so the level is noted here, as that condition does; otherwise the next ISP that names a level would ask at once
 * for the password that was chosen a moment ago.
 */
final class PasswordLevel {
    /** As the realm's {@code acr.loa.map} has it. */
    private static final int LEVEL = 1;

    /** The live face matched the document's portrait in this very flow: the answer to a request for it, and to no later one. */
    private static final int FACE = 2;

    private PasswordLevel() {}

    static void reached(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        AcrStore levels = new AcrStore(context.getSession(), tab);
        levels.setLevelAuthenticated(LEVEL);
        if (levels.getRequestedLevelOfAuthentication(context.getTopLevelFlow()) >= FACE) {
            levels.setLevelAuthenticatedToCurrentRequest(FACE);
        }
        tab.setUserSessionNote(Constants.LOA_MAP, tab.getAuthNote(Constants.LOA_MAP));
    }
}
