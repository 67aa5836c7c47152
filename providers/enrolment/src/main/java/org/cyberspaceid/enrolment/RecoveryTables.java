package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.vault.FeatureTables;
import org.keycloak.models.KeycloakSessionFactory;

/** The table of {@link RecoveryRows}. */
public final class RecoveryTables extends FeatureTables {
    static final String CHANGELOG = "META-INF/cyberspace-id-recovery-changelog.xml";

    private static final Duration PURGE_EVERY = Duration.ofDays(1);

    public RecoveryTables() {
        super("recovery", CHANGELOG);
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        regularly(
                server,
                "cyberspace-id-purge-recoveries",
                PURGE_EVERY,
                entities -> new RecoveryRows(entities).purge(Clock.systemUTC().instant()));
    }
}
