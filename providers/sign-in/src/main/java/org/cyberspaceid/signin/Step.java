package org.cyberspaceid.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What our sign-in steps have in common: nothing to set up, nothing to ask the user's account for first. */
public abstract class Step implements Authenticator {
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // enrolment gives a citizen all there is
    }

    @Override
    public void close() {
        // holds nothing
    }
}
