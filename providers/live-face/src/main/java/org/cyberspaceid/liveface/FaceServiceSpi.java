package org.cyberspaceid.liveface;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@value #NAME}. */
public final class FaceServiceSpi implements Spi {
    /** As the server's settings name it. */
    public static final String NAME = "face-service";

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
        return FaceServiceProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return FaceServiceProviderFactory.class;
    }
}
