package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Asks at a sign-in whether a recovery that waits is the person's own. */
public final class StopRecoveryFactory implements RequiredActionFactory {
    public static final String PROVIDER_ID = "stop-recovery";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new StopRecovery(Clock.systemUTC());
    }

    @Override
    public String getDisplayText() {
        return "Stop a recovery";
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
