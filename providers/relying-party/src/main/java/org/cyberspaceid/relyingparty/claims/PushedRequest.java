package org.cyberspaceid.relyingparty.claims;

import jakarta.ws.rs.core.MultivaluedMap;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.par.clientpolicy.context.PushedAuthorizationRequestContext;

/**
 * A request at the PAR endpoint (RFC 9126), whose parameters Keycloak stores after the policy ran ({@code ParEndpoint.request} stores
 * the very map that the policy's context holds): the place to replace a name and number by their hash. A request object is stored as
 * it was signed, so it cannot carry them.
 */
final class PushedRequest {
    private final KeycloakSession session;
    private final PushedAuthorizationRequestContext context;
    private final MultivaluedMap<String, String> parameters;

    PushedRequest(KeycloakSession session, PushedAuthorizationRequestContext context) {
        this.session = session;
        this.context = context;
        this.parameters = context.getRequestParameters();
    }

    void check(RequestRule rule) {
        boolean signed = parameters.containsKey(OIDCLoginProtocol.REQUEST_PARAM);
        if (signed) {
            // Outside the request object it counts for nothing (RFC 9101, 6.3), but it would be stored.
            parameters.remove(OIDCLoginProtocol.CLAIMS_PARAM);
        }
        String claims = signed ? RequestObject.claims(session) : parameters.getFirst(OIDCLoginProtocol.CLAIMS_PARAM);
        String scope = context.getScopeParameter();
        ClaimsRequest request = ClaimsRequest.of(scope, claims);
        rule.check(scope, request);
        RequestRule.refuseIf(
                request.match().filter(IdentityMatch.Hashed.class::isInstance).isPresent(),
                RequestProblem.IDENTITY_MATCH_INCOMPLETE);
        RequestRule.refuseIf(signed && request.asksIdentityMatch(), RequestProblem.IDENTITY_MATCH_ONLY_BY_PAR);
        if (!signed && claims != null) {
            parameters.putSingle(OIDCLoginProtocol.CLAIMS_PARAM, stored(claims));
        }
    }

    private String stored(String claims) {
        return new StoredClaims(new MatchHash(
                        session.getProvider(IdentityVaultProvider.class).blindIndex(),
                        context.getClient().getClientId()))
                .of(claims);
    }
}
