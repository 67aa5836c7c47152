package org.cyberspaceid.relyingparty.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.relyingparty.NotACitizen;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * What the person granted of what was asked, in ID token and userinfo, computed and read from the vault at that moment; never in an
 * access token. Without a grant there is nothing.
 */
public final class IspClaimsMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "isp-claims-mapper";

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.getOtherClaims().putAll(answers(Place.ID_TOKEN, session, userSession, context));
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        token.getOtherClaims().putAll(answers(Place.USERINFO, session, userSession, context));
        return token;
    }

    private static Map<String, Object> answers(
            Place place, KeycloakSession session, UserSessionModel userSession, ClientSessionContext context) {
        AuthenticatedClientSessionModel clientSession = context.getClientSession();
        Optional<Grant> grant = Grant.ofNote(clientSession.getNote(Grant.NOTE));
        String scopes =
                context.getClientScopesStream().map(ClientScopeModel::getName).collect(Collectors.joining(" "));
        ClaimsRequest request = ClaimsRequest.of(scopes, clientSession.getNote(OIDCLoginProtocol.CLAIMS_PARAM));
        if (grant.isEmpty() || request.asksNothing()) {
            return Map.of();
        }
        IdentityRecord record = session.getProvider(IdentityVaultProvider.class)
                .identities()
                .read(userSession.getUser().getId())
                .orElseThrow(NotACitizen::refusal);
        return new Answers(
                        request,
                        grant.get(),
                        AllowList.of(clientSession.getClient()),
                        Facts.now(session.getContext().getRealm(), record),
                        MatchNote.read(clientSession.getNote(MatchNote.NAME)))
                .in(place);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Claims of the table";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Answers what was asked, granted by the person and on the client's allow-list, in ID token and userinfo.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
