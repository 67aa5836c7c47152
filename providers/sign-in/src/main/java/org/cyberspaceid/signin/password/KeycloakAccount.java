package org.cyberspaceid.signin.password;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** A Keycloak user as an account. */
record KeycloakAccount(AuthenticationFlowContext context, UserModel user) implements Account {
    @Override
    public Optional<String> lock() {
        return Optional.ofNullable(AuthenticatorUtils.getDisabledByBruteForceEventError(context, user));
    }

    @Override
    public boolean isEnabled() {
        return user.isEnabled();
    }

    @Override
    public boolean hasPassword() {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    @Override
    public boolean matches(String unverifiedPassword) {
        return user.credentialManager().isValid(UserCredentialModel.password(unverifiedPassword));
    }
}
