package org.cyberspaceid.signin.password;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.signin.device.KnownDevices;
import org.cyberspaceid.signin.throttle.Guess;
import org.cyberspaceid.signin.throttle.Throttle;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the account of a typed number and counts the attempt: the same queries whether there is one or not. */
final class PasswordAttempts {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Optional<String> onlyUser;
    private final Throttle throttle;

    /** @param onlyUser where a session asks for the password again, its own citizen */
    PasswordAttempts(KeycloakSession session, RealmModel realm, Optional<String> onlyUser) {
        this.session = session;
        this.realm = realm;
        this.onlyUser = onlyUser;
        this.throttle = new Throttle(session, realm);
    }

    Attempt begin(MobileNumbers.Parsed parsed, String unverifiedPassword) {
        Optional<MobileNumber> number =
                parsed instanceof MobileNumbers.Parsed.Good good ? Optional.of(good.number()) : Optional.empty();
        Optional<AccountRow> row = account(number.flatMap(this::user));
        boolean isKnown = isKnown(row);
        return new Attempt(session, realm, throttle, row, isKnown, guess(number, row, isKnown, unverifiedPassword));
    }

    private Optional<String> user(MobileNumber number) {
        return session.getProvider(IdentityVaultProvider.class)
                .identities()
                .userWithMobile(number)
                .filter(id -> onlyUser.isEmpty() || onlyUser.get().equals(id));
    }

    private Optional<AccountRow> account(Optional<String> userId) {
        AccountRows rows =
                new AccountRows(session.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId());
        return rows.read(userId.orElse(AccountRows.NOBODY));
    }

    private boolean isKnown(Optional<AccountRow> row) {
        return new KnownDevices(session, realm, Clock.systemUTC())
                .knows(
                        row.map(AccountRow::userId).orElse(AccountRows.NOBODY),
                        row.map(AccountRow::passwordSetAt).orElse(0L));
    }

    private Guess guess(
            Optional<MobileNumber> number, Optional<AccountRow> row, boolean isKnown, String unverifiedPassword) {
        if (!PasswordCheck.isComparable(unverifiedPassword) || number.isEmpty()) {
            return throttle.passwordForNobody();
        }
        String typed = number.get().e164();
        return throttle.password(row.map(AccountRow::userId).orElse("nobody:" + typed), typed, isKnown);
    }
}
