package org.cyberspaceid.relyingparty.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Has Keycloak create the table of {@link MatchLimit} when it starts, and forgets its counts every hour. */
public final class MatchLimitTables implements JpaEntityProviderFactory, JpaEntityProvider {
    /** Its first ten letters name the Liquibase table. */
    public static final String PROVIDER_ID = "match-limit";

    static final String CHANGELOG = "META-INF/cyberspace-id-match-limit-changelog.xml";

    private static final Duration PURGE_EVERY = Duration.ofHours(1);

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
                KeycloakModelUtils.runJobInTransaction(
                        server,
                        session -> session.getProvider(TimerProvider.class)
                                .schedule(
                                        () -> purge(server),
                                        PURGE_EVERY.toMillis(),
                                        "cyberspace-id-purge-match-limits"));
            }
        });
    }

    private static void purge(KeycloakSessionFactory server) {
        KeycloakModelUtils.runJobInTransaction(
                server,
                session -> new MatchLimit(
                                session.getProvider(JpaConnectionProvider.class).getEntityManager())
                        .purge(Instant.ofEpochMilli(Time.currentTimeMillis())));
    }

    @Override
    public void close() {
        // the timer belongs to the server
    }
}
