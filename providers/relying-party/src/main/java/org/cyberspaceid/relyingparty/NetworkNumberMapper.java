package org.cyberspaceid.relyingparty;

import java.util.List;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.LogoutTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.LogoutToken;

/**
 * {@code sub} is the network number, in every token and answer. Nothing can be configured away: stock Keycloak would put the
 * internal user id there. The refresh token copies the access token's {@code sub} (Keycloak 26.7, {@code RefreshToken}).
 */
public final class NetworkNumberMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper,
                OIDCAccessTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                LogoutTokenMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "network-number-mapper";

    /** After every stock mapper, so that none has the last word. */
    private static final int LAST = 1000;

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.setSubject(subject(session, context));
        return token;
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.setSubject(subject(session, context));
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.setSubject(subject(session, context));
        return token;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.setSubject(subject(session, context));
        return token;
    }

    @Override
    public LogoutToken transformLogoutToken(
            LogoutToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.setSubject(subject(session, context));
        return token;
    }

    private static String subject(KeycloakSession session, ClientSessionContext context) {
        return NetworkNumbers.of(session, context.getClientSession())
                .map(NetworkNumber::value)
                .orElseThrow(NotACitizen::refusal);
    }

    @Override
    public int getPriority() {
        return LAST;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Network number";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Puts the pairwise network number into sub: ID, access, refresh and logout token, userinfo, introspection.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
