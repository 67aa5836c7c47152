package org.cyberspaceid.signin.control;

import java.time.Clock;
import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** The action {@link OwnAction#DELETE}. */
public final class DeleteActionFactory extends OwnActionFactory {
    public DeleteActionFactory() {
        super(OwnAction.DELETE, "Cyberspace ID: delete the own ID");
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new DeleteAction(Clock.systemUTC());
    }
}
