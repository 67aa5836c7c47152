package org.cyberspaceid.signin.password;

import java.time.Clock;
import org.cyberspaceid.mobile.LibphonenumberParser;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The step {@value #PROVIDER_ID}. Its failures are counted as password failures. */
public final class SignInPasswordFactory extends StepFactory {
    public static final String PROVIDER_ID = "sign-in-password";

    private MobileNumbers numbers;

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        numbers = new LibphonenumberParser();
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SignInPassword(numbers, Clock.systemUTC());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public String getDisplayType() {
        return "Cyberspace ID: mobile number and password";
    }

    @Override
    public String getHelpText() {
        return "Asks for the mobile number and the 8-digit password. Says nothing about which of the two was wrong.";
    }
}
