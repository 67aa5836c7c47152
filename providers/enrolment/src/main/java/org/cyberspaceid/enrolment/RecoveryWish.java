package org.cyberspaceid.enrolment;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedMap;
import org.cyberspaceid.core.recovery.RecoveryNotes;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.Constants;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * "I cannot sign in": the link on the sign-in page says so. It decides which words the pages use and where the walk ends. It proves
 * nothing, and nothing is looked up for it.
 */
final class RecoveryWish {
    /** The parameter of the registration address. */
    static final String PARAMETER = "recover";

    private static final String NOTE = "cyberspaceid.recovery";

    private RecoveryWish() {}

    static boolean isThere(AuthenticationSessionModel tab) {
        return tab.getAuthNote(NOTE) != null;
    }

    static void set(AuthenticationSessionModel tab) {
        tab.setAuthNote(NOTE, "true");
    }

    /** Takes the wish from a link that was followed; what was begun with the other wish in this tab ends. */
    static void read(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> query = context.getUriInfo().getQueryParameters();
        boolean link = context.getHttpRequest().getHttpMethod().equals(HttpMethod.GET)
                && !query.containsKey(Constants.EXECUTION)
                && !query.containsKey(LoginActionsService.SESSION_CODE);
        if (link) {
            follow(context, query.containsKey(PARAMETER));
        }
    }

    private static void follow(AuthenticationFlowContext context, boolean wanted) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        if (wanted != isThere(tab)) {
            Journey.find(context).ifPresent(Journey::close);
            tab.removeAuthNote(Exits.ENDED);
            tab.removeAuthNote(RecoveryNotes.PROVEN_ACCOUNT);
        }
        if (wanted) {
            set(tab);
        } else {
            tab.removeAuthNote(NOTE);
        }
    }
}
