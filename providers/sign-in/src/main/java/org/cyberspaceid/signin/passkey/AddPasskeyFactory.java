package org.cyberspaceid.signin.passkey;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import java.time.Clock;
import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegister;
import org.keycloak.models.KeycloakSession;

/** The action {@link OwnAction#ADD_PASSKEY}. */
public final class AddPasskeyFactory extends WebAuthnPasswordlessRegisterFactory {
    @Override
    protected WebAuthnRegister createProvider(KeycloakSession session, CertPathTrustworthinessVerifier verifier) {
        return new AddPasskey(session, verifier, Clock.systemUTC());
    }

    @Override
    public String getId() {
        return OwnAction.ADD_PASSKEY.id();
    }

    @Override
    public String getDisplayText() {
        return "Cyberspace ID: add a passkey";
    }
}
