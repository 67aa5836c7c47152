package org.cyberspaceid.signin.password;

import java.util.Optional;
import org.cyberspaceid.signin.throttle.Guess;
import org.jboss.logging.Logger;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/** An account of the database, and the guess at its password that is being judged. */
record StoredAccount(KeycloakSession session, AccountRow row, Guess guess) implements Account {
    private static final Logger LOG = Logger.getLogger(StoredAccount.class);

    @Override
    public Optional<String> lock() {
        return guess.refusal().map(limit -> Errors.USER_TEMPORARILY_DISABLED);
    }

    @Override
    public boolean isEnabled() {
        return row.isEnabled();
    }

    @Override
    public boolean hasPassword() {
        return row.password().isPresent();
    }

    /** A hash that cannot be made (its pepper is gone) matches nothing, and shows nobody that there is an account. */
    @Override
    public boolean matches(String unverifiedPassword) {
        PasswordCredentialModel stored = row.password().orElseThrow();
        try {
            return session.getProvider(
                            PasswordHashProvider.class,
                            stored.getPasswordCredentialData().getAlgorithm())
                    .verify(unverifiedPassword, stored);
        } catch (RuntimeException unusable) {
            LOG.warnf("a password cannot be compared: %s", unusable.getMessage());
            return false;
        }
    }
}
