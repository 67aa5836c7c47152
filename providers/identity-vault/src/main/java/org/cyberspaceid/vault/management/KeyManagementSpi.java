package org.cyberspaceid.vault.management;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@value #NAME}: where the vault's keys are kept ({@code docs/keys.md}). */
public final class KeyManagementSpi implements Spi {
    public static final String NAME = "key-management";

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return KeyManagementProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return KeyManagementProviderFactory.class;
    }
}
