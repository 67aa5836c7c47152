package org.cyberspaceid.liveface;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Addresses that a page's script calls: they name client and tab; the authentication-session cookie names the session. */
public final class TabAddress {
    private TabAddress() {}

    /**
     * The address for the page of this request.
     *
     * @param resource the id of the realm resource
     */
    public static String of(AuthenticationFlowContext context, String resource, String path) {
        return of(context.getSession(), context.getAuthenticationSession(), resource, path);
    }

    /** The same for a page of any kind. */
    public static String of(KeycloakSession session, AuthenticationSessionModel tab, String resource, String path) {
        return Urls.realmBase(session.getContext().getUri().getBaseUri())
                .path("{realm}/{resource}")
                .path(path)
                .queryParam(Constants.CLIENT_ID, "{client}")
                .queryParam(Constants.TAB_ID, "{tab}")
                .build(tab.getRealm().getName(), resource, tab.getClient().getClientId(), tab.getTabId())
                .toString();
    }
}
