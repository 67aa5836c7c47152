package org.cyberspaceid.enrolment;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Whether somebody is signed in in this browser: Keycloak could not join a new user to that session, and would leave an orphan. */
final class SignedIn {
    private SignedIn() {}

    /** The user session that a finished login would join has the id of the root authentication session. */
    static boolean here(AuthenticationFlowContext context) {
        String id = context.getAuthenticationSession().getParentSession().getId();
        UserSessionModel existing = context.getSession().sessions().getUserSession(context.getRealm(), id);
        return existing != null && AuthenticationManager.isSessionValid(context.getRealm(), existing);
    }
}
