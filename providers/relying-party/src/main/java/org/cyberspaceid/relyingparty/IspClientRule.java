package org.cyberspaceid.relyingparty;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.networknumber.SectorRule;
import org.cyberspaceid.relyingparty.claims.ClaimsRequest;
import org.cyberspaceid.relyingparty.claims.IspClaimsMapper;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.relyingparty.contract.IspContractMapper;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * What every ISP's client is, as stored: the number as {@code sub}, scopes of the table only, no mapper of its own but the contract, code
 * flow, exact https addresses, a sector. Asked at registration and again at each request: an import asks no policy.
 */
public final class IspClientRule {
    /** The realm's default client scope that carries {@code sub}. */
    public static final String NETWORK_NUMBER_SCOPE = "network-number";

    private static final String NO_NUMBER =
            "the default scope " + NETWORK_NUMBER_SCOPE + " with its mapper is required";

    private static final Set<String> OUR_MAPPERS = Set.of(
            NetworkNumberMapper.PROVIDER_ID,
            IspClaimsMapper.PROVIDER_ID,
            OwnAudienceMapper.PROVIDER_ID,
            LevelMapper.PROVIDER_ID,
            MethodsMapper.PROVIDER_ID,
            AuthTimeMapper.PROVIDER_ID);

    private static final Set<String> TABLE = Stream.concat(
                    Stream.of(NETWORK_NUMBER_SCOPE, ClaimsRequest.IDENTITY_MATCH, ClaimsRequest.REAL_IDENTITY),
                    Arrays.stream(BooleanClaim.values()).map(BooleanClaim::scope))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OTHER_GRANTS = Set.of(
            "oauth2.device.authorization.grant.enabled",
            "oidc.ciba.grant.enabled",
            "standard.token.exchange.enabled",
            "oauth2.jwt.authorization.grant.enabled");

    private IspClientRule() {}

    /** The first thing that is wrong, for the ISP's developer: plain English, names no person. */
    public static Optional<String> violation(ClientModel client) {
        return Stream.of(
                        scopes(client),
                        check(hasMapperOfItsOwn(client), "a client has no mapper of its own but the ISP contract"),
                        IspContract.fault(client),
                        ClientAddresses.violation(client),
                        check(client.isConsentRequired(), "Keycloak's consent is off: the realm's own step asks"),
                        check(client.isFullScopeAllowed(), "full scope is not allowed"),
                        check(hasAnotherGrant(client), "authorization code flow only"),
                        sector(client))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As {@link #violation}; and what only an administrator can add, so that a client may be registered without it. */
    static Optional<String> violationAtRequest(ClientModel client) {
        return violation(client)
                .or(() -> check(
                        IspContract.of(client).alternativeSignIn().isEmpty(), "alternative_sign_in_not_attested"));
    }

    /** What is wrong with the realm's shared scopes: those of the table carry our mappers only, and one carries the number. */
    public static Optional<String> violation(RealmModel realm) {
        Map<String, ClientScopeModel> table = realm.getClientScopesStream()
                .filter(scope -> TABLE.contains(scope.getName()))
                .collect(Collectors.toMap(ClientScopeModel::getName, Function.identity()));
        return Stream.concat(
                        check(!carriesTheNumber(table.get(NETWORK_NUMBER_SCOPE)), NO_NUMBER).stream(),
                        table.values().stream()
                                .filter(scope -> !isOfTheTable(scope))
                                .map(scope -> "the scope " + scope.getName() + " has a mapper that is not ours"))
                .findFirst();
    }

    private static boolean hasMapperOfItsOwn(ClientModel client) {
        List<String> mappers = client.getProtocolMappersStream()
                .map(ProtocolMapperModel::getProtocolMapper)
                .toList();
        return mappers.size() > 1 || !Set.of(IspContractMapper.PROVIDER_ID).containsAll(mappers);
    }

    private static Optional<String> scopes(ClientModel client) {
        Map<String, ClientScopeModel> defaults = client.getClientScopes(true);
        if (!carriesTheNumber(defaults.get(NETWORK_NUMBER_SCOPE))) {
            return Optional.of(NO_NUMBER);
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

    private static boolean carriesTheNumber(ClientScopeModel scope) {
        return scope != null && scope.getProtocolMappersStream().anyMatch(IspClientRule::givesTheNumber);
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
