package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Document choice, reader hand-off, verified document. */
public final class DocumentStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "enrolment-document";

    /** For the service loader. */
    public DocumentStepFactory() {
        super(PROVIDER_ID, "Enrolment: Document", "Document choice, reader hand-off, verified document.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DocumentStep(Clock.systemUTC());
    }
}
