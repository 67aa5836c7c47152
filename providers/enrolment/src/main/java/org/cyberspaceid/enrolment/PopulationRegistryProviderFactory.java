package org.cyberspaceid.enrolment;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link PopulationRegistryProvider}. */
public interface PopulationRegistryProviderFactory extends ProviderFactory<PopulationRegistryProvider> {}
