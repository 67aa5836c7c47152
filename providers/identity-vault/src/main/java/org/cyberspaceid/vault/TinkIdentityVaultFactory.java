package org.cyberspaceid.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.cyberspaceid.core.mode.DeploymentMode;
import org.cyberspaceid.vault.keys.KeyFiles;
import org.cyberspaceid.vault.keys.Keyring;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The provider {@value #PROVIDER_ID} of the SPI {@code identity-vault}. It opens the keys when the server starts, before Keycloak
 * touches the database: a server without its keys does not start.
 */
public final class TinkIdentityVaultFactory implements IdentityVaultProviderFactory {
    public static final String PROVIDER_ID = "tink";

    /** The path of the keyset file. */
    public static final String KEYSET_FILE = "keyset-file";

    /** The path of the file with the key-encryption key. */
    public static final String KEY_ENCRYPTION_KEY_FILE = "key-encryption-key-file";

    private final Clock clock = Clock.systemUTC();
    private Keyring keys;

    @Override
    public void init(Config.Scope config) {
        keys = new KeyFiles(path(config, KEYSET_FILE), path(config, KEY_ENCRYPTION_KEY_FILE))
                .open(DeploymentMode.current());
    }

    private static Path path(Config.Scope config, String setting) {
        String path = config.get(setting);
        if (path == null || path.isBlank()) {
            throw new IllegalStateException("The identity vault needs the setting spi-" + IdentityVaultSpi.NAME + "--"
                    + PROVIDER_ID + "--" + setting + ".");
        }
        return Path.of(path);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new VaultHousekeeping(keys, clock));
    }

    @Override
    public IdentityVaultProvider create(KeycloakSession session) {
        return new TinkIdentityVault(session, keys, clock);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(KEYSET_FILE)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("File with the vault's keysets, sealed by the key-encryption key. Mode 0600.")
                .add()
                .property()
                .name(KEY_ENCRYPTION_KEY_FILE)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("File with the key-encryption key. Mode 0600; keep it apart from the keysets in backups.")
                .add()
                .build();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void close() {}
}
