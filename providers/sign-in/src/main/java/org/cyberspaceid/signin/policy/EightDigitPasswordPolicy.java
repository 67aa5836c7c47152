package org.cyberspaceid.signin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.password.EightDigitPassword;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * The rule of the 8-digit password, wherever Keycloak sets one. For a citizen it also keeps out birth date, mobile number and document
 * number; an account without a record has none of them.
 */
final class EightDigitPasswordPolicy implements PasswordPolicyProvider {
    private final KeycloakSession session;

    EightDigitPasswordPolicy(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return judge(
                session.getProvider(IdentityVaultProvider.class).identities().read(user.getId()), password);
    }

    @Override
    public PolicyError validate(String user, String password) {
        return judge(Optional.empty(), password);
    }

    /** The error, or null for a good password, as the SPI has it. */
    static PolicyError judge(Optional<IdentityRecord> record, String password) {
        return check(record, password == null ? "" : password)
                .map(problem -> new PolicyError("problem." + problem.code() + ".what"))
                .orElse(null);
    }

    private static Optional<Problem> check(Optional<IdentityRecord> record, String password) {
        return record.map(r -> EightDigitPassword.check(
                        password,
                        r.document().birthDate(),
                        List.of(r.mobile().e164(), r.document().number().value())))
                .orElseGet(() -> EightDigitPassword.check(password, LocalDate.MIN, List.of()));
    }

    @Override
    public Object parseConfig(String value) {
        return value;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
