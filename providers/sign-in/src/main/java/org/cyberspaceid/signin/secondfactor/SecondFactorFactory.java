package org.cyberspaceid.signin.secondfactor;

import java.time.Clock;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * The step {@value #PROVIDER_ID}. Its failures are those of a one-time code, which are counted apart from passwords.
 */
public final class SecondFactorFactory extends StepFactory {
    public static final String PROVIDER_ID = "sign-in-second-factor";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SecondFactor(Clock.systemUTC());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public String getDisplayType() {
        return "Cyberspace ID: known device or SMS code";
    }

    @Override
    public String getHelpText() {
        return "Sends a code to the mobile number, unless this device was remembered since the password was set.";
    }
}
