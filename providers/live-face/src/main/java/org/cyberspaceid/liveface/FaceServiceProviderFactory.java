package org.cyberspaceid.liveface;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link FaceServiceProvider}. */
public interface FaceServiceProviderFactory extends ProviderFactory<FaceServiceProvider> {}
