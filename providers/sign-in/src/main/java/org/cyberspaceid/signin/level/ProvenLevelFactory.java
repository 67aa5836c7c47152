package org.cyberspaceid.signin.level;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * In the place of Keycloak's condition, under the same id: Keycloak looks for that id to know which levels a flow has, and how long each
 * lasts.
 */
public final class ProvenLevelFactory extends ConditionalLoaAuthenticatorFactory {
    private static final int BEFORE_STOCK = 10;

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ProvenLevel(session);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> settings = new ArrayList<>(super.getConfigProperties());
        settings.add(new ProviderConfigProperty(
                ProvenLevel.PROOF,
                "Note that proves it",
                "Cyberspace ID: the authentication note that a step leaves when the level is reached. Empty: the end of the flow is enough.",
                ProviderConfigProperty.STRING_TYPE,
                null));
        return settings;
    }

    @Override
    public int order() {
        return BEFORE_STOCK;
    }
}
