package org.cyberspaceid.vault.limit;

import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.vault.FeatureTables;
import org.keycloak.models.KeycloakSessionFactory;

/** The table of {@link AttemptRows}; windows that are over are deleted every hour. */
public final class AttemptTables extends FeatureTables {
    public static final String PROVIDER_ID = "attempts";

    static final String CHANGELOG = "META-INF/cyberspace-id-attempts-changelog.xml";

    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    public AttemptTables() {
        super(PROVIDER_ID, CHANGELOG);
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        regularly(
                server,
                "cyberspace-id-purge-attempts",
                PURGE_EVERY,
                entities -> new AttemptRows(entities).purge(Clock.systemUTC().instant()));
    }
}
