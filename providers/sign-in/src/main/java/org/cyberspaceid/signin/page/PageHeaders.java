package org.cyberspaceid.signin.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.cyberspaceid.signin.session.OurRealm;
import org.keycloak.headers.DefaultSecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;

/**
 * The realm's headers ({@code browserSecurityHeaders} in its file), and on each HTML page what Keycloak has no setting for: which of the
 * browser's senses the page may use, that nobody stores it, and no script in the text. A page that brings a content security policy of its own
 * keeps it. Other realms' pages are Keycloak's.
 */
final class PageHeaders extends DefaultSecurityHeadersProvider {
    static final String PERMISSIONS_POLICY = "Permissions-Policy";

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String NO_STORE = "no-store";
    private static final String SCRIPTS = "/login/cyberspace-id/js/";

    private final KeycloakSession session;

    PageHeaders(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void addHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Object own = headers.getFirst(CONTENT_SECURITY_POLICY);
        super.addHeaders(request, response);
        if (isPage(response) && OurRealm.is(session.getContext().getRealm())) {
            if (own != null) {
                headers.putSingle(CONTENT_SECURITY_POLICY, own);
            }
            headers.putSingle(HttpHeaders.CACHE_CONTROL, NO_STORE);
            dress(response, headers);
        }
    }

    private void dress(ContainerResponseContext response, MultivaluedMap<String, Object> headers) {
        String text = response.getEntity() instanceof String html ? html : "";
        headers.putSingle(PERMISSIONS_POLICY, Senses.of(text));
        String quiet = InlineScripts.outOf(text, this::scripts);
        if (!quiet.equals(text)) {
            response.setEntity(quiet);
        }
    }

    private String scripts() {
        return Urls.themeRoot(session.getContext().getUri().getBaseUri()).getPath() + SCRIPTS;
    }

    private static boolean isPage(ContainerResponseContext response) {
        return response.hasEntity()
                && response.getMediaType() != null
                && response.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE);
    }
}
