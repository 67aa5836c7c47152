package org.cyberspaceid.enrolment;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Choice of the 8-digit password. */
public final class PasswordStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "enrolment-password";

    /** For the service loader. */
    public PasswordStepFactory() {
        super(PROVIDER_ID, "Enrolment: 8-digit password", "Choice of the 8-digit password.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordStep();
    }
}
