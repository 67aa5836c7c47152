package org.cyberspaceid.signin.freeze;

import java.time.Clock;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The step {@value #PROVIDER_ID}. */
public final class FrozenStepFactory extends StepFactory {
    /** As named in the realm's browser flow. */
    public static final String PROVIDER_ID = "sign-in-frozen";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new FrozenStep(Clock.systemUTC());
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
        return "Cyberspace ID: not while frozen";
    }

    @Override
    public String getHelpText() {
        return "Lets nobody in to an ID that its owner has frozen, until a live face has matched.";
    }
}
