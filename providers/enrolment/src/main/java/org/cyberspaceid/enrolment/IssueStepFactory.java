package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Creates the citizen and shows the ID. Always last. */
public final class IssueStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "enrolment-issue";

    /** For the service loader. */
    public IssueStepFactory() {
        super(PROVIDER_ID, "Enrolment: Issue the ID", "Creates the citizen and shows the ID. Always last.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new IssueStep(Clock.systemUTC());
    }
}
