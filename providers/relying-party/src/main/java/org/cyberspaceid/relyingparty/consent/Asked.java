package org.cyberspaceid.relyingparty.consent;

import java.util.List;
import java.util.stream.Stream;
import org.cyberspaceid.relyingparty.claims.ClaimsRequest;
import org.keycloak.OAuth2Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a request asks to learn.
 *
 * @param request as the ISP worded it
 */
record Asked(ClaimsRequest request) {

    static Asked of(AuthenticationSessionModel authSession) {
        return new Asked(ClaimsRequest.of(
                authSession.getClientNote(OAuth2Constants.SCOPE),
                authSession.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM)));
    }

    /** For the consent page, the number first. */
    List<Item> items() {
        return Stream.concat(
                        Stream.of(Item.NUMBER),
                        request.facts().stream().map(fact -> new Item(fact.name(), fact.essential())))
                .toList();
    }
}
