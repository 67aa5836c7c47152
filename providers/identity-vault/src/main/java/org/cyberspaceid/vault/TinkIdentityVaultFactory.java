package org.cyberspaceid.vault;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cyberspaceid.vault.keys.Keyring;
import org.cyberspaceid.vault.management.KeyManagementProvider;
import org.cyberspaceid.vault.management.KeyManagementProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;

/** The provider {@value #PROVIDER_ID} of the SPI {@code identity-vault}; its keys come from the SPI {@code key-management}. */
public final class TinkIdentityVaultFactory implements IdentityVaultProviderFactory {
    public static final String PROVIDER_ID = "tink";

    private final Clock clock = Clock.systemUTC();
    private VaultSettings settings;
    private Keyring keys;

    @Override
    public void init(Config.Scope config) {
        settings = VaultSettings.of(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        KeyManagementProviderFactory management =
                (KeyManagementProviderFactory) server.getProviderFactory(KeyManagementProvider.class);
        keys = management.keyring();
        server.register(new VaultHousekeeping(server, management, settings, clock));
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(KeyManagementProvider.class);
    }

    @Override
    public IdentityVaultProvider create(KeycloakSession session) {
        return new TinkIdentityVault(session, keys, clock);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return VaultSettings.metadata();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void close() {
        // holds nothing that ends
    }
}
