package org.cyberspaceid.relyingparty;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.http.client.config.RequestConfig;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;

/**
 * The file at a client's {@code sector_identifier_uri}. "The values of the registered redirect_uris MUST be included in the elements of the
 * array" (OpenID Connect Dynamic Client Registration 1.0, 5): so the sector's host says who shares its numbers, and nobody can move into
 * another ISP's sector to learn them.
 */
final class SectorDocument {
    private static final int LONGEST = 64 * 1024;
    private static final int PATIENCE_MILLISECONDS = 5_000;
    private static final String NAME = "sector_identifier_uri: ";

    private final KeycloakSession session;

    SectorDocument(KeycloakSession session) {
        this.session = session;
    }

    /** What is wrong. A client that is switched off is not asked: that must work while the ISP's host is down. */
    Optional<String> violation(ClientModel client) {
        String uri = client.getAttribute(OIDCConfigAttributes.SECTOR_IDENTIFIER_URI);
        if (uri == null || uri.isBlank() || !client.isEnabled()) {
            return Optional.empty();
        }
        try {
            return read(uri).containsAll(client.getRedirectUris())
                    ? Optional.empty()
                    : Optional.of(NAME + "its document does not list every redirect URI");
        } catch (IOException unreadable) {
            return Optional.of(NAME + "its document is not to be had as a JSON array of at most 64 KiB");
        }
    }

    private Set<String> read(String uri) throws IOException {
        RequestConfig careful = RequestConfig.custom()
                .setConnectTimeout(PATIENCE_MILLISECONDS)
                .setSocketTimeout(PATIENCE_MILLISECONDS)
                .setRedirectsEnabled(false)
                .build();
        SimpleHttp http = SimpleHttp.create(session).withRequestConfig(careful).withMaxConsumedResponseSize(LONGEST);
        try (SimpleHttpResponse answer = http.doGet(uri).acceptJson().asResponse()) {
            if (answer.getStatus() != 200) {
                throw new IOException("status " + answer.getStatus());
            }
            return answer.asJson(new TypeReference<>() {});
        }
    }
}
