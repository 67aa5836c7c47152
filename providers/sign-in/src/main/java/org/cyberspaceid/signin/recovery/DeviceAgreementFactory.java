package org.cyberspaceid.signin.recovery;

import java.time.Clock;
import org.cyberspaceid.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** A known device agrees to a recovery. */
public final class DeviceAgreementFactory extends StepFactory {
    /** As the registration flow names it. */
    public static final String PROVIDER_ID = "recovery-known-device";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new DeviceAgreement(Clock.systemUTC());
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
        return "Recovery: A known device agrees";
    }

    @Override
    public String getHelpText() {
        return "After document and face: in a browser that the account knows, a recovery does not wait.";
    }
}
