package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.document.Age;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.core.vault.IdentityVault.EnrolResult;
import org.cyberspaceid.core.vault.NewIdentity;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;

/** Writes the citizen: a Keycloak user without any personal data, the sealed record beside it, the password. All or nothing. */
final class IssueId {
    private static final int NAME_LENGTH = 24;

    private final Journey journey;
    private final Clock clock;
    private final KeycloakSession session;
    private final RealmModel realm;

    IssueId(Journey journey, Clock clock) {
        this.journey = journey;
        this.clock = clock;
        this.session = journey.session();
        this.realm = journey.context().getRealm();
    }

    /** What came of it. */
    sealed interface Outcome {}

    record Issued(UserModel user) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}

    Outcome with(String password) {
        UserModel user = session.users().addUser(realm, freshName());
        user.setEnabled(true);
        EnrolResult result = enrol(user);
        if (result instanceof EnrolResult.Enrolled) {
            keepTemplate(user);
            ReminderRows.of(session)
                    .begin(user.getId(), journey.state().document().verified().expiresOn(), Age.today(clock));
            return setPassword(user, password);
        }
        return undo(
                user,
                result instanceof EnrolResult.MobileTaken ? Problem.MOBILE_NUMBER_TAKEN : Problem.ALREADY_ENROLLED);
    }

    /** By the consent of its own only: without it the face check left none. */
    /** The SMS code has decided whose the number is: who had it before gives another one when they next come. */
    private EnrolResult enrol(UserModel user) {
        IdentityVault vault = session.getProvider(IdentityVaultProvider.class).identities();
        NewIdentity identity = identity(journey.state());
        EnrolResult result = vault.enrol(user.getId(), identity);
        if (!(result instanceof EnrolResult.MobileTaken)) {
            return result;
        }
        vault.releaseMobile(identity.mobile());
        EnrolResult again = vault.enrol(user.getId(), identity);
        if (again instanceof EnrolResult.PersonTaken) {
            throw new IllegalStateException("the same person was enrolled at this very moment");
        }
        return again;
    }

    private void keepTemplate(UserModel user) {
        journey.state()
                .face()
                .kept()
                .ifPresent(live -> session.getProvider(IdentityVaultProvider.class)
                        .faceTemplates()
                        .keep(user.getId(), live));
    }

    private NewIdentity identity(EnrolmentState state) {
        return new NewIdentity(
                state.document().verified(),
                Optional.ofNullable(state.document().person()),
                state.mobile().number(),
                state.noticeVersion(),
                clock.instant());
    }

    /** Keycloak's own way: the realm's password policy, then its hash. The page checked the rule before, so a refusal is a fault. */
    private Outcome setPassword(UserModel user, String password) {
        try {
            user.credentialManager().updateCredential(UserCredentialModel.password(password));
            return new Issued(user);
        } catch (ModelException refused) {
            session.getTransactionManager().setRollbackOnly();
            throw refused;
        }
    }

    private Outcome undo(UserModel user, Problem problem) {
        session.users().removeUser(realm, user);
        return new Refused(problem);
    }

    /** Random; a name that exists already would be a raw error 400, so it is looked up first. */
    private String freshName() {
        String name;
        do {
            name = SecretGenerator.getInstance()
                    .randomString(NAME_LENGTH, SecretGenerator.ALPHANUM)
                    .toLowerCase(java.util.Locale.ROOT);
        } while (session.users().getUserByUsername(realm, name) != null);
        return name;
    }
}
