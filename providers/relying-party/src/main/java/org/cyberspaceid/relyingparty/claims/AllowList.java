package org.cyberspaceid.relyingparty.claims;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.relyingparty.contract.LegalBasis;
import org.keycloak.models.ClientModel;

/**
 * What a client may ask at all ("minimum and necessary").
 *
 * @param scopes those that are assigned to it
 * @param values of {@code real_identity}, those that its legal basis covers
 */
record AllowList(Set<String> scopes, Set<String> values) {
    AllowList {
        scopes = Set.copyOf(scopes);
        values = Set.copyOf(values);
    }

    static AllowList of(ClientModel client) {
        return new AllowList(
                Stream.of(client.getClientScopes(true), client.getClientScopes(false))
                        .flatMap(assigned -> assigned.keySet().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                IspContract.of(client).legalBasis().map(LegalBasis::values).orElse(Set.of()));
    }

    boolean has(BooleanClaim fact) {
        return scopes.contains(fact.scope());
    }

    boolean has(RealValue value) {
        return scopes.contains(ClaimsRequest.REAL_IDENTITY) && values.contains(value.claimName());
    }

    boolean hasIdentityMatch() {
        return scopes.contains(ClaimsRequest.IDENTITY_MATCH);
    }
}
