package org.cyberspaceid.signin.control;

import java.util.List;
import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** What the factories of a citizen's own actions have in common. */
abstract class OwnActionFactory implements RequiredActionFactory {
    private final OwnAction action;
    private final String text;

    OwnActionFactory(OwnAction action, String text) {
        this.action = action;
        this.text = text;
    }

    @Override
    public final String getId() {
        return action.id();
    }

    @Override
    public final String getDisplayText() {
        return text;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
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
