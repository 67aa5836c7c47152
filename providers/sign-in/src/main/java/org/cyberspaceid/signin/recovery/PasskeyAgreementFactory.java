package org.cyberspaceid.signin.recovery;

import java.time.Clock;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** A passkey agrees to a recovery. */
public final class PasskeyAgreementFactory extends StepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "recovery-passkey";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasskeyAgreement(Clock.systemUTC());
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
        return "Recovery: A passkey agrees";
    }

    @Override
    public String getHelpText() {
        return "After document and face: with a passkey of the account, a recovery does not wait.";
    }
}
