package org.cyberspaceid.mobile.outbox;

import java.net.URI;
import java.util.List;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.mobile.SenderSettings;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.cyberspaceid.mobile.SmsSenderProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The sandbox's sender. Being on the class path does no harm; a server that is told to use it stops at start unless it is a sandbox.
 */
public final class SandboxOutboxProviderFactory implements SmsSenderProviderFactory {
    public static final String PROVIDER_ID = "sandbox-outbox";

    static final String URL = "url";
    static final String TOKEN_FILE = "token-file";

    private SandboxOutbox outbox;

    @Override
    public SmsSenderProvider create(KeycloakSession session) {
        DeploymentMode.current().requireSandbox(PROVIDER_ID);
        if (outbox == null) {
            throw new IllegalStateException(PROVIDER_ID + " is not the selected sender");
        }
        return outbox;
    }

    @Override
    public void init(Config.Scope config) {
        if (!SenderSettings.selects(PROVIDER_ID)) {
            return;
        }
        DeploymentMode.current().requireSandbox(PROVIDER_ID);
        outbox = new SandboxOutbox(
                URI.create(SenderSettings.require(config, PROVIDER_ID, URL)),
                SenderSettings.requireSecret(config, PROVIDER_ID, TOKEN_FILE));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // the HTTP client ends with the server
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property(text(URL, "Where messages are posted as JSON."))
                .property(text(TOKEN_FILE, "A file that holds the bearer token and nothing else."))
                .build();
    }

    private static ProviderConfigProperty text(String name, String help) {
        return new ProviderConfigProperty(name, name, help, ProviderConfigProperty.STRING_TYPE, null);
    }
}
