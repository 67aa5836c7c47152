package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The end of a recovery. */
public final class RecoverStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "recovery-finish";

    /** For the service loader. */
    public RecoverStepFactory() {
        super(
                PROVIDER_ID,
                "Recovery: Finish",
                "Gives the account its new password and number. Before the issuing step.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new RecoverStep(Clock.systemUTC());
    }
}
