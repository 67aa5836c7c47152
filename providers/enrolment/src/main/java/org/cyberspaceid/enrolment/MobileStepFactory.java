package org.cyberspaceid.enrolment;

import java.time.Clock;
import org.cyberspaceid.mobile.LibphonenumberParser;
import org.cyberspaceid.mobile.MobileNumbers;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The mobile number and its SMS code. */
public final class MobileStepFactory extends EnrolmentStepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "enrolment-mobile-number";

    private MobileNumbers numbers;

    /** For the service loader. */
    public MobileStepFactory() {
        super(PROVIDER_ID, "Enrolment: Mobile number", "The mobile number and its SMS code.");
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        numbers = new LibphonenumberParser();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new MobileStep(numbers, Clock.systemUTC());
    }
}
