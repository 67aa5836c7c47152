package org.cyberspaceid.enrolment;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.Constants;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Addresses that a page's script calls: they name client and tab; the authentication-session cookie names the session. */
final class TabAddress {
    private TabAddress() {}

    static String of(AuthenticationFlowContext context, String path) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        return Urls.realmBase(context.getSession().getContext().getUri().getBaseUri())
                .path("{realm}/{resource}")
                .path(path)
                .queryParam(Constants.CLIENT_ID, "{client}")
                .queryParam(Constants.TAB_ID, "{tab}")
                .build(
                        context.getRealm().getName(),
                        EnrolmentResourceFactory.PROVIDER_ID,
                        tab.getClient().getClientId(),
                        tab.getTabId())
                .toString();
    }
}
