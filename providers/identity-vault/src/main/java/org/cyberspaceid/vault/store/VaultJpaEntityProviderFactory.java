package org.cyberspaceid.vault.store;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes {@link VaultJpaEntityProvider}. */
public final class VaultJpaEntityProviderFactory implements JpaEntityProviderFactory {
    /** Also the name of Liquibase's bookkeeping: its first ten letters must be no other provider's. */
    public static final String PROVIDER_ID = "identity-vault";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new VaultJpaEntityProvider();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
