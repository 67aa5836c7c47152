package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.mobile.notice.Notice;
import org.cyberspaceid.mobile.notice.SmsNotices;
import org.cyberspaceid.ownpages.Sessions;
import org.cyberspaceid.vault.IdRecoveredEvent;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * New number, new password, everything else gone: passkeys, sessions, tokens, and the known devices, which are known with the password
 * of their time. In one transaction, and for one of several who come to the end at once: the account is locked, and its password must
 * still be the one it had when document and face were proved.
 */
final class ApplyRecovery {
    private final Journey journey;
    private final Clock clock;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdentityVault vault;

    ApplyRecovery(Journey journey, Clock clock) {
        this.journey = journey;
        this.clock = clock;
        this.session = journey.session();
        this.realm = journey.context().getRealm();
        this.vault = session.getProvider(IdentityVaultProvider.class).identities();
    }

    sealed interface Outcome {}

    record Recovered(UserModel user) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}

    Outcome with(String password) {
        RecoveryState recovery = journey.state().recovery();
        RecoveryRows rows = RecoveryRows.of(session);
        if (rows.lockAccount(recovery.userId()) != recovery.passwordSetAt()) {
            return new Refused(Problem.RECOVERY_OVERTAKEN);
        }
        UserModel user = session.users().getUserById(realm, recovery.userId());
        Optional<IdentityRecord> before = vault.read(recovery.userId());
        if (user == null || !user.isEnabled() || before.isEmpty()) {
            return new Refused(Problem.RECOVERY_NOT_HERE);
        }
        apply(user, before.get(), password);
        rows.end(user.getId());
        before.get().reachableAt().ifPresent(this::tell);
        return new Recovered(user);
    }

    private void apply(UserModel user, IdentityRecord before, String password) {
        vault.changeMobile(user.getId(), journey.state().mobile().number());
        new Renewal(vault, ReminderRows.of(session), user.getId(), before, clock)
                .with(journey.state().document());
        removeOtherCredentials(user);
        setPassword(user, password);
        new Sessions(session, user).endAllBefore(clock.instant());
        session.getKeycloakSessionFactory().publish(new IdRecoveredEvent(session, realm, user));
    }

    private static void removeOtherCredentials(UserModel user) {
        List<String> others = user.credentialManager()
                .getStoredCredentialsStream()
                .filter(credential -> !PasswordCredentialModel.TYPE.equals(credential.getType()))
                .map(CredentialModel::getId)
                .toList();
        others.forEach(user.credentialManager()::removeStoredCredentialById);
    }

    private void setPassword(UserModel user, String password) {
        try {
            user.credentialManager().updateCredential(UserCredentialModel.password(password));
        } catch (ModelException refused) {
            session.getTransactionManager().setRollbackOnly();
            throw refused;
        }
    }

    /** On the number of before, also when it is the new one. */
    private void tell(MobileNumber before) {
        SmsNotices.afterCommit(session, before, Notice.RECOVERY_DONE);
    }
}
