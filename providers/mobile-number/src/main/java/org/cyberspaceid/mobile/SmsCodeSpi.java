package org.cyberspaceid.mobile;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** One-time codes by text message. */
public final class SmsCodeSpi implements Spi {
    /** The name in settings. */
    public static final String NAME = "sms-code";

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
        return SmsCodeProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return SmsCodeProviderFactory.class;
    }
}
