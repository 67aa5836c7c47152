package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.recovery.RecoveryNotes;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whose account a recovery is of. Only the document says it, and only after the live face has matched its portrait: until then nothing
 * is looked up, so whether there is an ID makes no difference to anybody. Where the person lets us keep the features of their face, the
 * face is shown once more against those: a document with somebody else's portrait is not enough.
 */
final class RecoveryProof {
    private final Journey journey;
    private final Clock clock;

    RecoveryProof(Journey journey, Clock clock) {
        this.journey = journey;
        this.clock = clock;
    }

    /** The portrait matched: finds the account, or says why it goes no further. */
    Optional<Problem> identify() {
        Optional<String> id = account();
        if (id.isEmpty()) {
            return Optional.of(Problem.RECOVERY_NO_ID);
        }
        KeycloakSession session = journey.session();
        UserModel user = session.users().getUserById(journey.context().getRealm(), id.get());
        if (user == null || !user.isEnabled()) {
            return Optional.of(Problem.RECOVERY_NOT_HERE);
        }
        RecoveryState found = RecoveryState.of(id.get(), passwordSetAt(user));
        Optional<FaceTemplate> kept =
                session.getProvider(IdentityVaultProvider.class).faceTemplates().read(id.get());
        journey.change(s -> kept.map(template -> s.withRecovery(found).withFace(FaceState.against(template)))
                .orElseGet(() -> s.withRecovery(found)));
        if (kept.isEmpty()) {
            recognised();
        }
        return Optional.empty();
    }

    /** The face has matched all there is to compare it with. */
    void recognised() {
        journey.change(s -> s.withRecovery(s.recovery().recognise())
                .withFace(s.face().passed() ? s.face() : s.face().matched()));
        String account = journey.state().recovery().userId();
        AuthenticationSessionModel tab = journey.context().getAuthenticationSession();
        tab.setAuthNote(RecoveryNotes.PROVEN_ACCOUNT, account);
        Instant now = clock.instant();
        RecoveryRows.of(journey.session())
                .dueAt(account, now)
                .filter(due -> !due.isAfter(now))
                .ifPresent(waited -> tab.setAuthNote(RecoveryNotes.WAITED_ACCOUNT, account));
    }

    /** The features kept are of a model that no longer runs: nothing can be compared with them, by nobody. The portrait matched. */
    boolean cannotBeCompared() {
        return journey.state().recovery().identified()
                && journey.state().face().failure() == Problem.FACE_TEMPLATE_OUTDATED;
    }

    private Optional<String> account() {
        IdentityVault vault =
                journey.session().getProvider(IdentityVaultProvider.class).identities();
        return account(vault, journey.state().document());
    }

    /** Whose document it is: by its number, or by what the population registry says of the person. */
    static Optional<String> account(IdentityVault vault, DocumentState document) {
        return vault.userWithDocument(document.verified().number())
                .or(() -> Optional.ofNullable(document.person()).flatMap(vault::userWithReference));
    }

    /** 0 without a password. */
    static long passwordSetAt(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(CredentialModel::getCreatedDate)
                .orElse(0L);
    }
}
