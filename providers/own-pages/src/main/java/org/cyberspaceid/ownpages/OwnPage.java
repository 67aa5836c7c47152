package org.cyberspaceid.ownpages;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.services.util.LocaleUtil;

/**
 * A page of ours outside a sign-in, in the theme's frame.
 *
 * @param id of the realm resource, the last part of the address
 */
public record OwnPage(KeycloakSession session, String id) {

    /** The page's address, without a query. */
    public URI address() {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(id)
                .build(session.getContext().getRealm().getName());
    }

    /** A form that posts here, in the language that was chosen last. Never stored: somebody else may use the browser next. */
    public LoginFormsProvider form() {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return session.getProvider(LoginFormsProvider.class)
                .setActionUri(address())
                .setResponseHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
