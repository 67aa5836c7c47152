package org.cyberspaceid.relyingparty;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.networknumber.SectorRule;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * What every ISP's client is, as stored: the number as {@code sub}, scopes of the table only, no mapper of its own, consent, code
 * flow, a sector. Asked at registration and again at each request, since some of Keycloak's admin endpoints ask no policy.
 */
final class IspClientRule {
    /** The realm's default client scope that carries {@code sub}. */
    static final String NETWORK_NUMBER_SCOPE = "network-number";

    private static final Set<String> OUR_MAPPERS = Set.of(
            NetworkNumberMapper.PROVIDER_ID,
            BooleanClaimsMapper.PROVIDER_ID,
            OwnAudienceMapper.PROVIDER_ID,
            LevelMapper.PROVIDER_ID,
            MethodsMapper.PROVIDER_ID,
            AuthTimeMapper.PROVIDER_ID);

    private static final Set<String> TABLE = Stream.concat(
                    Stream.of(NETWORK_NUMBER_SCOPE),
                    Arrays.stream(BooleanClaim.values()).map(BooleanClaim::scope))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OTHER_GRANTS = Set.of(
            "oauth2.device.authorization.grant.enabled",
            "oidc.ciba.grant.enabled",
            "standard.token.exchange.enabled",
            "oauth2.jwt.authorization.grant.enabled");

    private IspClientRule() {}

    /** The first thing that is wrong, for the ISP's developer: plain English, names no person. */
    static Optional<String> violation(ClientModel client) {
        return Stream.of(
                        scopes(client),
                        check(
                                client.getProtocolMappersStream().findAny().isPresent(),
                                "a client has no mapper of its own"),
                        check(!client.isConsentRequired(), "consent is required"),
                        check(client.isFullScopeAllowed(), "full scope is not allowed"),
                        check(hasAnotherGrant(client), "authorization code flow only"),
                        sector(client))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> scopes(ClientModel client) {
        Map<String, ClientScopeModel> defaults = client.getClientScopes(true);
        ClientScopeModel number = defaults.get(NETWORK_NUMBER_SCOPE);
        if (number == null || number.getProtocolMappersStream().noneMatch(IspClientRule::givesTheNumber)) {
            return Optional.of("the default scope " + NETWORK_NUMBER_SCOPE + " with its mapper is required");
        }
        return Stream.of(defaults, client.getClientScopes(false))
                .flatMap(scopes -> scopes.values().stream())
                .filter(scope -> !isOfTheTable(scope))
                .map(scope -> "scope outside the table: " + scope.getName())
                .findFirst();
    }

    private static boolean isOfTheTable(ClientScopeModel scope) {
        return TABLE.contains(scope.getName())
                && scope.getProtocolMappersStream().allMatch(IspClientRule::isOurs);
    }

    private static boolean givesTheNumber(ProtocolMapperModel mapper) {
        return NetworkNumberMapper.PROVIDER_ID.equals(mapper.getProtocolMapper());
    }

    private static boolean isOurs(ProtocolMapperModel mapper) {
        return OUR_MAPPERS.contains(mapper.getProtocolMapper());
    }

    private static boolean hasAnotherGrant(ClientModel client) {
        return client.isImplicitFlowEnabled()
                || client.isDirectAccessGrantsEnabled()
                || client.isServiceAccountsEnabled()
                || OTHER_GRANTS.stream().anyMatch(grant -> Boolean.parseBoolean(client.getAttribute(grant)));
    }

    private static Optional<String> sector(ClientModel client) {
        return NetworkNumbers.sectorOf(client) instanceof SectorRule.Decision.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    private static Optional<String> check(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }
}
