package org.cyberspaceid.vault;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link IdentityVaultProvider}s. */
public interface IdentityVaultProviderFactory extends ProviderFactory<IdentityVaultProvider> {}
