package org.cyberspaceid.signin.recovery;

import java.time.Clock;
import org.cyberspaceid.mobile.LibphonenumberParser;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The citizen changes the own mobile number. */
public final class ChangeNumberFactory implements RequiredActionFactory {
    private MobileNumbers numbers;

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new ChangeNumber(numbers, Clock.systemUTC());
    }

    @Override
    public String getDisplayText() {
        return "Change the mobile number";
    }

    @Override
    public String getId() {
        return OwnAction.CHANGE_NUMBER.id();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        numbers = new LibphonenumberParser();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
