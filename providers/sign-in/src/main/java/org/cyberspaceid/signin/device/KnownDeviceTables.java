package org.cyberspaceid.signin.device;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Has Keycloak create the table when it starts, and deletes rows of devices whose time is over once a day. */
public final class KnownDeviceTables implements JpaEntityProviderFactory, JpaEntityProvider {
    /** Its first ten letters name the Liquibase table. */
    public static final String PROVIDER_ID = "known-device";

    static final String CHANGELOG = "META-INF/cyberspace-id-known-device-changelog.xml";

    private static final Duration PURGE_EVERY = Duration.ofDays(1);

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
        return CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return PROVIDER_ID;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        server.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(server, KnownDeviceTables::schedulePurge);
            }
        });
    }

    private static void schedulePurge(KeycloakSession session) {
        session.getProvider(TimerProvider.class)
                .scheduleTask(KnownDeviceTables::purge, PURGE_EVERY.toMillis(), "cyberspace-id-purge-known-devices");
    }

    private static void purge(KeycloakSession session) {
        new DeviceRows(session.getProvider(JpaConnectionProvider.class).getEntityManager())
                .purge(Clock.systemUTC().instant());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
