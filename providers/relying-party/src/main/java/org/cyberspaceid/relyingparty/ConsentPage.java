package org.cyberspaceid.relyingparty;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.rar.AuthorizationDetails;

/** Keycloak's login pages; the consent page also says with whom (the host) and as whom (the number this ISP will see). */
final class ConsentPage extends FreeMarkerLoginFormsProvider {
    /** Attributes of {@code login-oauth-grant.ftl}, see {@code docs/pages.md}. */
    static final String NETWORK_NUMBER = "networkNumber";

    static final String ISP_HOST = "ispHost";

    ConsentPage(KeycloakSession session) {
        super(session);
    }

    @Override
    public Response createOAuthGrant() {
        if (authenticationSession != null) {
            setAttribute(ISP_HOST, hostOf(authenticationSession.getRedirectUri()));
            NetworkNumbers.of(session, client, authenticationSession.getAuthenticatedUser())
                    .ifPresent(number -> setAttribute(NETWORK_NUMBER, number.grouped()));
        }
        return super.createOAuthGrant();
    }

    /** The page says itself that the number is shared; the scope is on the list only so that Keycloak asks and remembers. */
    @Override
    public LoginFormsProvider setAccessRequest(List<AuthorizationDetails> requested) {
        return super.setAccessRequest(requested.stream()
                .filter(row -> !row.getClientScope().getName().equals(IspClientRule.NETWORK_NUMBER_SCOPE))
                .toList());
    }

    /** A native app's redirect URI has no host; its scheme is what the person can recognise. */
    static String hostOf(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return uri.getHost() == null ? uri.getScheme() : uri.getHost();
    }
}
