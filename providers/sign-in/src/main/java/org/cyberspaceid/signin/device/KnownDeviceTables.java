package org.cyberspaceid.signin.device;

import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.vault.FeatureTables;
import org.keycloak.models.KeycloakSessionFactory;

/** The table of {@link DeviceRows}; rows of devices whose time is over are deleted once a day. */
public final class KnownDeviceTables extends FeatureTables {
    public static final String PROVIDER_ID = "known-device";

    static final String CHANGELOG = "META-INF/cyberspace-id-known-device-changelog.xml";

    private static final Duration PURGE_EVERY = Duration.ofDays(1);

    public KnownDeviceTables() {
        super(PROVIDER_ID, CHANGELOG);
    }

    @Override
    public void postInit(KeycloakSessionFactory server) {
        regularly(
                server,
                "cyberspace-id-purge-known-devices",
                PURGE_EVERY,
                entities -> new DeviceRows(entities).purge(Clock.systemUTC().instant()));
    }
}
