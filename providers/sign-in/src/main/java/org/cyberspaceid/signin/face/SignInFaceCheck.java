package org.cyberspaceid.signin.face;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.EnrolmentRows;
import org.cyberspaceid.liveface.FaceAttempts;
import org.cyberspaceid.liveface.FaceState;
import org.cyberspaceid.liveface.InTransaction;
import org.cyberspaceid.liveface.LiveCheck;
import org.cyberspaceid.liveface.SealedJson;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** The live check against a person's own template, in a sealed row whose id stands in the tab's authentication session. */
final class SignInFaceCheck implements LiveCheck<SignInFaceCheck.Read> {
    /** From the page to the verdict, all attempts together. */
    static final Duration TIME = Duration.ofMinutes(10);

    private final KeycloakSession session;
    private final InTransaction transaction;
    private final String rowId;

    SignInFaceCheck(KeycloakSession session, String rowId) {
        this.session = session;
        this.transaction = new InTransaction(session);
        this.rowId = rowId;
    }

    /** A row as read. */
    record Read(long version, FaceRow row) {}

    /**
     * Opens a check.
     *
     * @return the row's id
     */
    static String open(KeycloakSession session, FaceTemplate template, String userId, String clientId, Clock clock) {
        FaceRow row = new FaceRow(userId, clientId, FaceState.against(template));
        return rows(session).open(SealedJson.write(row), clock.instant().plus(TIME));
    }

    @Override
    public Optional<Read> read() {
        return transaction
                .run(s -> rows(s).read(rowId))
                .map(found -> new Read(found.version(), SealedJson.read(found.state(), FaceRow.class)));
    }

    @Override
    public FaceState face(Read read) {
        return read.row().face();
    }

    @Override
    public boolean replace(Read read, FaceState next) {
        byte[] state = SealedJson.write(read.row().with(next));
        return transaction.run(s -> rows(s).replace(rowId, read.version(), state));
    }

    /** A template is made of a face only beside the document that says whose it is. */
    @Override
    public boolean keepsTemplate(Read read) {
        return false;
    }

    @Override
    public boolean takeAttempt(Read read) {
        return transaction.run(s -> attempts(s).take(whose(read)));
    }

    /** After a match. */
    void giveAttemptBack(Read read) {
        transaction.run(s -> {
            attempts(s).giveBack(whose(read));
            return true;
        });
    }

    void close() {
        transaction.run(s -> rows(s).close(rowId));
    }

    @Override
    public void refused(Read read, Problem why) {
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(read.row().clientId())
                .user(read.row().userId())
                .error(why.code());
    }

    private static String whose(Read read) {
        return "user:" + read.row().userId();
    }

    private static EnrolmentRows rows(KeycloakSession session) {
        return session.getProvider(IdentityVaultProvider.class).enrolments();
    }

    private static FaceAttempts attempts(KeycloakSession session) {
        return new FaceAttempts(session.getProvider(IdentityVaultProvider.class).attempts());
    }
}
