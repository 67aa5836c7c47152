package org.cyberspaceid.relyingparty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** The yes/no claims of the scopes that were granted, in ID token and userinfo: computed on the day, never in an access token. */
public final class BooleanClaimsMapper extends AbstractOIDCProtocolMapper
        implements OIDCIDTokenMapper, UserInfoTokenMapper {
    /** As named in the realm's client scope {@code network-number}. */
    public static final String PROVIDER_ID = "boolean-claims-mapper";

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel model,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        Set<String> scopes =
                context.getClientScopesStream().map(ClientScopeModel::getName).collect(Collectors.toSet());
        IdentityRecord record = session.getProvider(IdentityVaultProvider.class)
                .identities()
                .read(userSession.getUser().getId())
                .orElseThrow(NotACitizen::refusal);
        token.getOtherClaims().putAll(BooleanClaims.answer(scopes, record, Age.today(keycloakClock())));
    }

    /** Keycloak's time, so that its time offset moves ours too. */
    private static Clock keycloakClock() {
        return Clock.fixed(Instant.ofEpochMilli(Time.currentTimeMillis()), Age.ZONE);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Yes/no claims";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Answers each granted scope of the table with true or false, in ID token and userinfo.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
