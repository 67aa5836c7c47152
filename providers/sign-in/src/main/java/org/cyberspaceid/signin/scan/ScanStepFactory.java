package org.cyberspaceid.signin.scan;

import java.time.Clock;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step {@value #PROVIDER_ID}: does nothing until the person asks for it. */
public final class ScanStepFactory extends StepFactory {
    /** As named in the realm's browser flow. */
    public static final String PROVIDER_ID = "sign-in-scan";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ScanStep(Clock.systemUTC());
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public String getDisplayType() {
        return "Cyberspace ID: approval on a phone";
    }

    @Override
    public String getHelpText() {
        return "Shows a QR code and a number; a phone that is signed in approves. Its level is below the password's.";
    }
}
