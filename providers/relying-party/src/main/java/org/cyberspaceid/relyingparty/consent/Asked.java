package org.cyberspaceid.relyingparty.consent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.relyingparty.claims.ClaimsRequest;
import org.cyberspaceid.relyingparty.contract.IspContract;
import org.cyberspaceid.relyingparty.contract.LegalBasis;
import org.keycloak.OAuth2Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a request asks to learn.
 *
 * @param request as the ISP worded it
 * @param legalBasis on which it may ask for values
 */
record Asked(ClaimsRequest request, Optional<LegalBasis> legalBasis) {

    static Asked of(AuthenticationSessionModel authSession) {
        ClaimsRequest request = ClaimsRequest.of(
                authSession.getClientNote(OAuth2Constants.SCOPE),
                authSession.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM));
        return new Asked(request, IspContract.of(authSession.getClient()).legalBasis());
    }

    /** For the consent page, the number first. */
    List<Item> items() {
        return Stream.of(
                        Stream.of(Item.NUMBER),
                        request.facts().stream().map(fact -> new Item(fact.name(), fact.essential())),
                        match())
                .flatMap(items -> items)
                .toList();
    }

    private Stream<Item> match() {
        return request.asksIdentityMatch()
                ? Stream.of(new Item(ClaimsRequest.IDENTITY_MATCH, request.isIdentityMatchEssential()))
                : Stream.empty();
    }

    /** For the page of their own; none without a legal basis that covers them. */
    List<Item> values() {
        return request.realIdentityValues().stream()
                .filter(value -> legalBasis
                        .filter(basis -> basis.values().contains(value.name()))
                        .isPresent())
                .map(value -> new Item(value.name(), value.essential()))
                .toList();
    }
}
