package org.cyberspaceid.signin.scan;

import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The action {@value #PROVIDER_ID}, which a person's own link starts. */
public final class ApproveSignInFactory implements RequiredActionFactory {
    /** As registered in the realm, and the value of {@code kc_action}. */
    public static final String PROVIDER_ID = "approve-sign-in";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new ApproveSignIn(Clock.systemUTC());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Approve a sign-in on another screen";
    }

    @Override
    public boolean isOneTimeAction() {
        return false;
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
