package org.cyberspaceid.signin.scan;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The other way in, on the page of the password. It is offered where its level will do. */
public final class ScanOffer {
    private static final String ACTION = "scan";

    private ScanOffer() {}

    /** Whether the page offers it: an ISP that asks for more would have the person do both. */
    public static boolean isMade(AuthenticationFlowContext context) {
        return new AcrStore(context.getSession(), context.getAuthenticationSession())
                        .getRequestedLevelOfAuthentication(context.getTopLevelFlow())
                <= ScanStep.LEVEL;
    }

    /** Whether the person took it, with the value of the form's {@code action}. */
    public static boolean isTakenBy(String action) {
        return ACTION.equals(action);
    }

    /** Begins the flow again, which then comes to {@link ScanStep} first. */
    public static void take(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        context.resetFlow(() -> tab.setAuthNote(ScanStep.WANTED, "true"));
    }
}
