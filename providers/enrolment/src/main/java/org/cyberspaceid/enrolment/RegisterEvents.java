package org.cyberspaceid.enrolment;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.sessions.AuthenticationSessionModel;

/** In a flow of authenticators nobody emits {@code REGISTER} for us, and the {@code LOGIN} after it needs an event of its own. */
final class RegisterEvents {
    private RegisterEvents() {}

    static void registered(AuthenticationFlowContext context) {
        context.getEvent().clone().user(context.getUser()).success();
    }

    static void thenLogin(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        context.newEvent()
                .event(EventType.LOGIN)
                .client(tab.getClient())
                .detail(Details.REDIRECT_URI, tab.getRedirectUri())
                .detail(Details.AUTH_METHOD, tab.getProtocol());
    }
}
