package org.cyberspaceid.signin.session;

import org.keycloak.cookie.CookieProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Somebody restarts a sign-in that was already theirs: "not me". Without the device cookie the next page asks who it is. */
final class NotMe implements EventListenerProvider {
    private final KeycloakSession session;

    NotMe(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.RESTART_AUTHENTICATION
                && event.getUserId() != null
                && OurRealm.is(session.getContext().getRealm())
                && session.getProvider(CookieProvider.class) instanceof PartitionedCookies cookies) {
            cookies.forgetDevice();
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // no browser of a citizen's is at the other end
    }

    @Override
    public void close() {
        // holds nothing
    }
}
