package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The live face check against the document's portrait. */
public final class FaceStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "enrolment-face";

    /** For the service loader. */
    public FaceStepFactory() {
        super(PROVIDER_ID, "Enrolment: Live face", "The live face check against the document's portrait.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new FaceStep(Clock.systemUTC());
    }
}
