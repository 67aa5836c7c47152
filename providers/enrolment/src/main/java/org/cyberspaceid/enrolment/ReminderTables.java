package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.vault.FeatureTables;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** The table of {@link ReminderRows}, and the task that reads it. */
public final class ReminderTables extends FeatureTables {
    static final String CHANGELOG = "META-INF/cyberspace-id-expiry-reminder-changelog.xml";

    /** Setting {@code spi-jpa-entity-provider--expiry-reminder--interval}: how often each node looks, ISO 8601. */
    static final String INTERVAL = "interval";

    private static final String DEFAULT_INTERVAL = "PT10M";

    private Duration interval;

    public ReminderTables() {
        super("expiry-reminder", CHANGELOG);
    }

    @Override
    public void init(Config.Scope config) {
        interval = Duration.parse(config.get(INTERVAL, DEFAULT_INTERVAL));
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        RemindOfExpiry task = new RemindOfExpiry(Clock.systemUTC());
        server.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(
                        server,
                        session -> session.getProvider(TimerProvider.class)
                                .scheduleTask(task, interval.toMillis(), task.getTaskName()));
            }
        });
    }
}
