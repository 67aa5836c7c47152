package org.cyberspaceid.relyingparty.policy;

import org.cyberspaceid.relyingparty.IspClientRule;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** Whether a realm is held to the contract: it issues network numbers. {@code master} and an operator's other realms do not. */
public final class OurRealm {
    private OurRealm() {}

    public static boolean is(RealmModel realm) {
        return realm.getClientScopesStream()
                .anyMatch(scope -> IspClientRule.NETWORK_NUMBER_SCOPE.equals(scope.getName())
                        && OIDCLoginProtocol.LOGIN_PROTOCOL.equals(scope.getProtocol()));
    }
}
