package org.cyberspaceid.relyingparty;

import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;

/**
 * {@code aud} of an access token is the ISP it was issued to (RFC 9068, 2.2 requires one): Keycloak 26.7 lets nobody else
 * introspect it.
 */
public final class OwnAudienceMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "own-audience-mapper";

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.addAudience(context.getClientSession().getClient().getClientId());
        return token;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Own audience";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Puts the client into the aud of its own access tokens, so that it may introspect them.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
