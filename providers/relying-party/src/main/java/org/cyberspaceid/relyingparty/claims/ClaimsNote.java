package org.cyberspaceid.relyingparty.claims;

import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The {@code claims} parameter among the client notes, which Keycloak copies into the session and so into the database. */
public final class ClaimsNote {
    private ClaimsNote() {}

    /**
     * Leaves only what means something here: an ISP may have written a name into a claim that nobody asked it for. A pushed request
     * came so already; of another one Keycloak lets nobody change the parameter before it is noted.
     */
    public static void tidy(KeycloakSession session, AuthenticationSessionModel authSession) {
        String claims = authSession.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM);
        if (claims != null) {
            MatchHash hash = new MatchHash(
                    session.getProvider(IdentityVaultProvider.class).blindIndex(),
                    authSession.getClient().getClientId());
            authSession.setClientNote(OIDCLoginProtocol.CLAIMS_PARAM, new StoredClaims(hash).of(claims));
        }
    }
}
