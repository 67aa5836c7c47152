package org.cyberspaceid.signin.session;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Which realms keep one session per ISP: those whose browser flow has our step in it, since cookies of the one kind and the step of the
 * other would find nothing. The master realm and any other stay as Keycloak made them.
 */
public final class OurRealm {
    private OurRealm() {}

    public static boolean is(RealmModel realm) {
        if (realm == null) {
            return false;
        }
        AuthenticationFlowModel browser = realm.getBrowserFlow();
        return browser != null
                && realm.getAuthenticationExecutionsStream(browser.getId())
                        .anyMatch(step -> DeviceSessionFactory.PROVIDER_ID.equals(step.getAuthenticator()));
    }
}
