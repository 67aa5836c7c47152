package org.cyberspaceid.relyingparty.consent;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The consent step as a required action that asks itself at every sign-in whether it is needed. */
public final class IspConsentFactory implements RequiredActionFactory {
    /** As registered in the realm. */
    public static final String PROVIDER_ID = "isp-consent";

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new IspConsent();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Consent to what an ISP asks";
    }

    @Override
    public boolean isOneTimeAction() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
