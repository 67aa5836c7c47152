package org.cyberspaceid.vault.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cyberspaceid.vault.management.KeyManagementProvider;
import org.cyberspaceid.vault.management.KeyManagementProviderFactory;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.JpaConnectionProviderFactory;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes {@link VaultJpaEntityProvider}. Keycloak asks for the first one when it looks whether the schema is up to date, before it
 * writes anything: the moment to refuse a database that belongs to other keys.
 */
public final class VaultJpaEntityProviderFactory implements JpaEntityProviderFactory {
    /** Also the name of Liquibase's bookkeeping: its first ten letters must be no other provider's. */
    public static final String PROVIDER_ID = "identity-vault";

    private final AtomicBoolean checked = new AtomicBoolean();

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        if (checked.compareAndSet(false, true)) {
            refuseOtherKeys(session.getKeycloakSessionFactory());
        }
        return new VaultJpaEntityProvider();
    }

    private static void refuseOtherKeys(KeycloakSessionFactory server) {
        JpaConnectionProviderFactory connections =
                (JpaConnectionProviderFactory) server.getProviderFactory(JpaConnectionProvider.class);
        KeyManagementProviderFactory keys =
                (KeyManagementProviderFactory) server.getProviderFactory(KeyManagementProvider.class);
        try (Connection database = connections.getConnection()) {
            KeyCheck.beforeAnythingIsWritten(database, keys.keyring());
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the database cannot be read", unreadable);
        }
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
