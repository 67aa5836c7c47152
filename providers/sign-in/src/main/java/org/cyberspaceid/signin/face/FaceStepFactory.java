package org.cyberspaceid.signin.face;

import java.time.Clock;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step {@value #PROVIDER_ID}. */
public final class FaceStepFactory extends StepFactory {
    /** As named in the realm's browser flow. */
    public static final String PROVIDER_ID = "sign-in-face";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new FaceStep(Clock.systemUTC());
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
        return "Cyberspace ID: live face";
    }

    @Override
    public String getHelpText() {
        return "Compares the live face with the template that the citizen lets us keep.";
    }
}
