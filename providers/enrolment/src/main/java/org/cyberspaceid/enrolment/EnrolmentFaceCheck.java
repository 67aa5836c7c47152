package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.enrolment.EnrolmentStore.Versioned;
import org.cyberspaceid.liveface.FaceAttempts;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.liveface.InTransaction;
import org.cyberspaceid.liveface.LiveCheck;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.models.KeycloakSession;

/** The live check against the portrait of the document that was read, in the enrolment's row. */
final class EnrolmentFaceCheck implements LiveCheck<Versioned> {
    private final KeycloakSession session;
    private final InTransaction transaction;
    private final String enrolmentId;

    EnrolmentFaceCheck(KeycloakSession session, String enrolmentId) {
        this.session = session;
        this.transaction = new InTransaction(session);
        this.enrolmentId = enrolmentId;
    }

    @Override
    public Optional<Versioned> read() {
        return transaction
                .run(s -> Journey.store(s).read(enrolmentId))
                .filter(read -> read.state().documentDone());
    }

    @Override
    public FaceState face(Versioned read) {
        return read.state().face();
    }

    @Override
    public boolean replace(Versioned read, FaceState next) {
        return transaction.run(s -> Journey.store(s).replace(read, read.state().withFace(next)));
    }

    @Override
    public boolean keepsTemplate(Versioned read) {
        return read.state().templateConsented();
    }

    @Override
    public boolean takeAttempt(Versioned read) {
        DocumentState document = read.state().document();
        return transaction.run(
                s -> new FaceAttempts(s.getProvider(IdentityVaultProvider.class).attempts())
                        .take(document.type().code() + ":" + document.number()));
    }

    @Override
    public void refused(Versioned read, Problem why) {
        Refusals.tell(session, read.state(), why);
    }
}
