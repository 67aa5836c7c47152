package org.cyberspaceid.enrolment;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link FaceServiceProvider}. */
public interface FaceServiceProviderFactory extends ProviderFactory<FaceServiceProvider> {}
