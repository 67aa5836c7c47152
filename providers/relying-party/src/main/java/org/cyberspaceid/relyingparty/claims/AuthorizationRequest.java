package org.cyberspaceid.relyingparty.claims;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.par.endpoints.ParEndpoint;
import org.keycloak.representations.ClaimsRepresentation;
import org.keycloak.representations.IDToken;
import org.keycloak.services.clientpolicy.context.AuthorizationRequestContext;
import org.keycloak.util.JsonSerialization;

/** A request at the authorization endpoint: by its parameters, by a request object, or by reference to a pushed one. */
final class AuthorizationRequest {
    private final KeycloakSession session;
    private final AuthorizationRequestContext context;
    private final MultivaluedMap<String, String> parameters;

    AuthorizationRequest(KeycloakSession session, AuthorizationRequestContext context) {
        this.session = session;
        this.context = context;
        this.parameters = context.getRequestParameters();
    }

    void check(RequestRule rule) {
        // Keycloak drops what is too long without a word.
        Stream.of(parameters.getFirst(OIDCLoginProtocol.CLAIMS_PARAM), RequestObject.claims(session))
                .filter(claims -> claims != null && claims.length() > ClaimsRequest.MAX_LENGTH)
                .findFirst()
                .ifPresent(tooLong -> RequestRule.refuseIf(true, RequestProblem.CLAIMS_TOO_LONG));
        String scope = context.getScopeParameter();
        String claims = context.getAuthorizationEndpointRequest().getClaims();
        ClaimsRequest request = ClaimsRequest.of(scope, claims);
        rule.check(scope, request);
        RequestRule.refuseIf(request.asksIdentityMatch() && !wasPushed(), RequestProblem.IDENTITY_MATCH_ONLY_BY_PAR);
        RequestRule.refuseIf(losesTheLevel(claims), RequestProblem.ACR_BESIDE_EXTENSIONS);
    }

    /** As plain parameters at the PAR endpoint, and nothing of it beside the reference. */
    private boolean wasPushed() {
        String reference = parameters.getFirst(OIDCLoginProtocol.REQUEST_URI_PARAM);
        return reference != null
                && reference.toLowerCase(Locale.ROOT).startsWith(ParEndpoint.REQUEST_URI_PREFIX)
                && !parameters.containsKey(OIDCLoginProtocol.CLAIMS_PARAM)
                && RequestObject.claims(session) == null;
    }

    /** Keycloak reads {@code acr} only from a parameter without any member it does not know; a pushed one is made so. */
    private static boolean losesTheLevel(String claims) {
        if (claims == null || !Json.object(claims).path(Place.ID_TOKEN.member()).has(IDToken.ACR)) {
            return false;
        }
        try {
            JsonSerialization.readValue(claims, ClaimsRepresentation.class);
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }
}
