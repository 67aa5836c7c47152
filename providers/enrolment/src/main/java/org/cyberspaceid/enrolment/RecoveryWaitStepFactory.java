package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The time between a recovery's proof and the new password. */
public final class RecoveryWaitStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "recovery-wait";

    /**
     * Setting {@code spi-authenticator--recovery-wait--wait}: how long, ISO 8601. {@code PT0S} only where the face engine has a certified
     * detection of attacks.
     */
    static final String WAIT = "wait";

    private static final String DEFAULT_WAIT = "PT72H";

    private Duration wait;

    /** For the service loader. */
    public RecoveryWaitStepFactory() {
        super(PROVIDER_ID, "Recovery: Wait", "Lets whoever has the ID object before somebody gets a new password.");
    }

    @Override
    public void init(Config.Scope config) {
        wait = Duration.parse(config.get(WAIT, DEFAULT_WAIT));
        if (wait.isNegative()) {
            throw new IllegalArgumentException(WAIT + " is negative");
        }
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoveryWaitStep(wait, Clock.systemUTC());
    }
}
