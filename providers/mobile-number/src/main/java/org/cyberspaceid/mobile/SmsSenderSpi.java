package org.cyberspaceid.mobile;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The way out for text messages, chosen with {@code spi-sms-sender--provider}. */
public final class SmsSenderSpi implements Spi {
    /** The name in settings. */
    public static final String NAME = "sms-sender";

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
        return SmsSenderProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return SmsSenderProviderFactory.class;
    }
}
