package org.cyberspaceid.vault.management;

import java.nio.file.Path;
import java.util.List;
import org.cyberspaceid.vault.keys.KeyCustody;
import org.cyberspaceid.vault.keys.Keyring;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** What the factories of this SPI have in common: a keyset file, and a custody that unseals it. */
abstract class KeyManagementFactory implements KeyManagementProviderFactory {
    /** The path of the keyset file. */
    static final String KEYSET_FILE = "keyset-file";

    private Keyring keyring;

    /** The custody as configured; in the sandbox it may make missing keys first. */
    abstract KeyCustody open(Config.Scope config, Path keysetFile);

    /** Settings beside {@link #KEYSET_FILE}: name and help text, one after the other. */
    abstract List<String> settings();

    @Override
    public void init(Config.Scope config) {
        Path keysetFile = path(config, KEYSET_FILE);
        keyring = Keyring.open(keysetFile, open(config, keysetFile));
    }

    @Override
    public Keyring keyring() {
        return keyring;
    }

    Path path(Config.Scope config, String setting) {
        return Path.of(text(config, setting));
    }

    String text(Config.Scope config, String setting) {
        String value = config.get(setting);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The identity vault needs the setting spi-" + KeyManagementSpi.NAME + "--"
                    + getId() + "--" + setting + ".");
        }
        return value;
    }

    @Override
    public KeyManagementProvider create(KeycloakSession session) {
        return new OpenKeys(keyring);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        ProviderConfigurationBuilder settings = ProviderConfigurationBuilder.create();
        add(settings, KEYSET_FILE, "File with the vault's keysets, sealed by a root key. Mode 0600.");
        for (int at = 0; at < settings().size(); at += 2) {
            add(settings, settings().get(at), settings().get(at + 1));
        }
        return settings.build();
    }

    private static void add(ProviderConfigurationBuilder settings, String name, String helpText) {
        settings.property()
                .name(name)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText(helpText)
                .add();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // the keys are open
    }

    @Override
    public void close() {
        // holds nothing that ends
    }

    private record OpenKeys(Keyring keyring) implements KeyManagementProvider {
        @Override
        public void close() {
            // shared
        }
    }
}
