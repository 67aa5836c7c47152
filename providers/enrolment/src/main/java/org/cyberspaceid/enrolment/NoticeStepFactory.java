package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The notice, then the separate consent to the face check. */
public final class NoticeStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "enrolment-notice";

    /** For the service loader. */
    public NoticeStepFactory() {
        super(PROVIDER_ID, "Enrolment: Notice and consent", "The notice, then the separate consent to the face check.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new NoticeStep(Clock.systemUTC());
    }
}
