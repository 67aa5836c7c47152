package org.cyberspaceid.relyingparty.claims;

import java.time.Duration;
import java.time.Instant;
import org.cyberspaceid.vault.FeatureTables;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSessionFactory;

/** The table of {@link MatchLimit}, which forgets its counts every hour. */
public final class MatchLimitTables extends FeatureTables {
    public static final String PROVIDER_ID = "match-limit";

    static final String CHANGELOG = "META-INF/cyberspace-id-match-limit-changelog.xml";

    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    public MatchLimitTables() {
        super(PROVIDER_ID, CHANGELOG);
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        regularly(
                server,
                "cyberspace-id-purge-match-limits",
                PURGE_EVERY,
                entities -> new MatchLimit(entities).purge(Instant.ofEpochMilli(Time.currentTimeMillis())));
    }
}
