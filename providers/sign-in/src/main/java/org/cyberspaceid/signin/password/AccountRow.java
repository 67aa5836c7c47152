package org.cyberspaceid.signin.password;

import java.util.Optional;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * What judging a password needs of an account, as the database has it.
 *
 * @param password empty where none is set
 */
record AccountRow(String userId, boolean isEnabled, Optional<PasswordCredentialModel> password) {
    /** When the password was set, in milliseconds; 0 where none is. */
    long passwordSetAt() {
        return password.map(PasswordCredentialModel::getCreatedDate).orElse(0L);
    }

    @Override
    public String toString() {
        return "AccountRow[" + userId + "]";
    }
}
