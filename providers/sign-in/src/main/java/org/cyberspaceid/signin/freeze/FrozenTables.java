package org.cyberspaceid.signin.freeze;

import java.time.Clock;
import org.cyberspaceid.vault.FeatureTables;
import org.cyberspaceid.vault.IdRecoveredEvent;
import org.keycloak.models.KeycloakSessionFactory;

/** The table of {@link FrozenRows}. */
public final class FrozenTables extends FeatureTables {
    public static final String PROVIDER_ID = "frozen-ids";

    static final String CHANGELOG = "META-INF/cyberspace-id-frozen-changelog.xml";

    public FrozenTables() {
        super(PROVIDER_ID, CHANGELOG);
    }

    /** Whoever recovers an ID has proved by document and face who they are: it is in use again. */
    @Override
    public void postInit(KeycloakSessionFactory server) {
        server.register(event -> {
            if (event instanceof IdRecoveredEvent recovered) {
                new Freezing(recovered.session(), recovered.user(), Clock.systemUTC()).end();
            }
        });
    }
}
