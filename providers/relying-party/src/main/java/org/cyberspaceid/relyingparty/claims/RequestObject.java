package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.endpoints.request.AuthzEndpointRequestParser;

/** The request object (RFC 9101) that Keycloak read in this request, if there was one. */
final class RequestObject {
    private RequestObject() {}

    /** Its {@code claims} as Keycloak would read them, had it not dropped them for their length; {@code null} when there are none. */
    static String claims(KeycloakSession session) {
        JsonNode object = session.getAttribute(AuthzEndpointRequestParser.AUTHZ_REQUEST_OBJECT, JsonNode.class);
        JsonNode claims = object == null ? null : object.get(OIDCLoginProtocol.CLAIMS_PARAM);
        if (claims == null) {
            return null;
        }
        return claims.isValueNode() ? claims.asText() : claims.toString();
    }
}
