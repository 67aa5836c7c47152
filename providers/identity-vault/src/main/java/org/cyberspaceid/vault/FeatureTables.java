package org.cyberspaceid.vault;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Has Keycloak create a feature's tables when it starts. They are used by plain SQL: there are no entities. */
public abstract class FeatureTables implements JpaEntityProviderFactory, JpaEntityProvider {
    private final String id;
    private final String changelog;

    /**
     * The tables of a Liquibase change log.
     *
     * @param id its first ten letters name Liquibase's own table
     */
    protected FeatureTables(String id, String changelog) {
        this.id = id;
        this.changelog = changelog;
    }

    /** Runs regularly on every node, from when the tables are there. */
    protected static void regularly(
            KeycloakSessionFactory server, String task, Duration every, Consumer<EntityManager> work) {
        server.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(
                        server,
                        session -> session.getProvider(TimerProvider.class)
                                .scheduleTask(
                                        at -> work.accept(at.getProvider(JpaConnectionProvider.class)
                                                .getEntityManager()),
                                        every.toMillis(),
                                        task));
            }
        });
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public List<Class<?>> getEntities() {
        return List.of();
    }

    @Override
    public String getChangelogLocation() {
        return changelog;
    }

    @Override
    public String getFactoryId() {
        return id;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        // nothing to do regularly
    }

    @Override
    public void close() {
        // the timer belongs to the server
    }
}
