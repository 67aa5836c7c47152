package org.cyberspaceid.signin.throttle;

import jakarta.ws.rs.core.UriInfo;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.signin.session.OurRealm;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Brute-force protection by {@link Throttle} for our realm: Keycloak's own keeps its counters in a cache, locks the account for everybody,
 * and counts in another thread what was looked at already. Other realms keep Keycloak's. Our steps count for themselves, before they
 * look; what comes here uncounted is judged by steps of Keycloak's that an operator put into a flow. Nothing is ever locked for good.
 */
final class AttemptProtector implements BruteForceProtector {
    private static final Set<String> CODES = Set.of(OTPCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);

    private final KeycloakSession session;
    private final BruteForceProtector stock;

    AttemptProtector(KeycloakSession session, BruteForceProtector stock) {
        this.session = session;
        this.stock = stock;
    }

    @Override
    public void failedLogin(
            RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        if (OurRealm.is(realm)) {
            kind(categories).ifPresent(kind -> new Throttle(session, realm).failed(kind, user));
        } else {
            stock.failedLogin(realm, user, connection, uri, categories);
        }
    }

    @Override
    public void successfulLogin(
            RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        if (OurRealm.is(realm)) {
            kind(categories).ifPresent(kind -> new Throttle(session, realm).succeeded(user));
        } else {
            stock.successfulLogin(realm, user, connection, uri, categories);
        }
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession asking, RealmModel realm, UserModel user) {
        return OurRealm.is(realm)
                ? new Throttle(asking, realm).isLocked(user)
                : stock.isTemporarilyDisabled(asking, realm, user);
    }

    @Override
    public boolean isPermanentlyLockedOut(KeycloakSession asking, RealmModel realm, UserModel user) {
        return !OurRealm.is(realm) && stock.isPermanentlyLockedOut(asking, realm, user);
    }

    @Override
    public void cleanUpPermanentLockout(KeycloakSession asking, RealmModel realm, UserModel user) {
        if (!OurRealm.is(realm)) {
            stock.cleanUpPermanentLockout(asking, realm, user);
        }
    }

    /** Of what was typed; empty for all that nobody can guess. */
    private static Optional<Kind> kind(Set<String> categories) {
        if (categories == null || categories.isEmpty()) {
            return Optional.empty();
        }
        if (!Collections.disjoint(categories, CODES)) {
            return Optional.of(Kind.CODE);
        }
        return categories.contains(PasswordCredentialModel.TYPE) ? Optional.of(Kind.PASSWORD) : Optional.empty();
    }

    @Override
    public void close() {
        // the factory closes the stock one
    }
}
