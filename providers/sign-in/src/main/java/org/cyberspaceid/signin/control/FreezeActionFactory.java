package org.cyberspaceid.signin.control;

import java.time.Clock;
import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** The action {@link OwnAction#FREEZE}. */
public final class FreezeActionFactory extends OwnActionFactory {
    public FreezeActionFactory() {
        super(OwnAction.FREEZE, "Cyberspace ID: freeze the own ID");
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new FreezeAction(Clock.systemUTC());
    }
}
