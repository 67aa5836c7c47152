package org.cyberspaceid.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.JsonSerialization;

/**
 * {@code auth_time} in the ID token, only where OpenID Connect Core 1.0 (2) requires it: "when a max_age request is made or when
 * auth_time is requested as an Essential Claim", and when it is asked for at all.
 */
public final class AuthTimeMapper extends AbstractOIDCProtocolMapper implements OIDCIDTokenMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "auth-time-mapper";

    /** Of the user session, so of one ISP. Its twin is in the module sign-in, which lets no other ISP's session inherit it. */
    static final String NOTE = "cyberspace-id.auth-time";

    private static final String ID_TOKEN = "id_token";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        String real = userSession.getNote(AuthenticationManager.AUTH_TIME);
        if (real == null || !isAskedFor(context.getClientSession())) {
            return;
        }
        AuthTime time =
                AuthTime.after(AuthTime.ofNote(userSession.getNote(NOTE)), Long.parseLong(real), token.getIat());
        if (!time.toNote().equals(userSession.getNote(NOTE))) {
            userSession.setNote(NOTE, time.toNote());
        }
        token.setAuth_time(time.told());
    }

    private static boolean isAskedFor(AuthenticatedClientSessionModel clientSession) {
        return clientSession.getNote(OIDCLoginProtocol.MAX_AGE_PARAM) != null
                || isClaimed(clientSession.getNote(OIDCLoginProtocol.CLAIMS_PARAM));
    }

    static boolean isClaimed(String claims) {
        try {
            JsonNode asked = claims == null ? null : JsonSerialization.mapper.readTree(claims);
            return asked != null && asked.path(ID_TOKEN).has(IDToken.AUTH_TIME);
        } catch (IOException notJson) {
            return false;
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Time of sign-in (auth_time)";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "The time of the real sign-in, rounded up to five minutes, if the ISP asks for it.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
