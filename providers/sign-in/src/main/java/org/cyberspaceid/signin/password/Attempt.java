package org.cyberspaceid.signin.password;

import java.util.Optional;
import org.cyberspaceid.signin.throttle.Guess;
import org.cyberspaceid.signin.throttle.Throttle;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * A number and a password that were typed, counted.
 *
 * @param row the account the number leads to, if there is one
 * @param isKnown whether the browser is known to be its owner's
 */
record Attempt(
        KeycloakSession session,
        RealmModel realm,
        Throttle throttle,
        Optional<AccountRow> row,
        boolean isKnown,
        Guess guess) {

    Optional<StoredAccount> account() {
        return row.map(found -> new StoredAccount(session, found, guess));
    }

    Optional<String> userId() {
        return row.map(AccountRow::userId);
    }

    /** The user, for whom the password was right. */
    Optional<UserModel> user() {
        return userId().map(id -> session.users().getUserById(realm, id));
    }

    /** A right one costs nothing; on a known device it is the whole sign-in. */
    void right(UserModel user, String password) {
        if (isKnown) {
            throttle.settle(guess);
        } else {
            guess.giveBack();
        }
        hashAnew(user, password);
    }

    /** Keycloak makes a hash anew where it compares a password: once more, where that is due. */
    private void hashAnew(UserModel user, String password) {
        PasswordCredentialModel stored = row.orElseThrow().password().orElseThrow();
        if (!PolicyHash.of(session, realm).policyCheck(realm.getPasswordPolicy(), stored)) {
            user.credentialManager().isValid(UserCredentialModel.password(password));
        }
    }

    @Override
    public String toString() {
        return "Attempt[" + row + "]";
    }
}
