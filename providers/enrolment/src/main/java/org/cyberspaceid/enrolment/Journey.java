package org.cyberspaceid.enrolment;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The enrolment of the browser tab at hand: its row's id stands in the tab's authentication session, everything else in the row. */
final class Journey {
    /** Auth note: the id of the row. It survives {@link #restartFlow}. */
    static final String NOTE = "cyberspaceid.enrolment";

    /** The row went away between two reads of one request. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("the enrolment's row is gone", null, false, false);
        }
    }

    private final AuthenticationFlowContext context;
    private final EnrolmentStore store;
    private final String id;
    private EnrolmentState state;

    private Journey(AuthenticationFlowContext context, EnrolmentStore store, String id, EnrolmentState state) {
        this.context = context;
        this.store = store;
        this.id = id;
        this.state = state;
    }

    static EnrolmentStore store(KeycloakSession session) {
        return new EnrolmentStore(
                session.getProvider(IdentityVaultProvider.class).enrolments());
    }

    static Optional<String> idOf(AuthenticationSessionModel authSession) {
        return Optional.ofNullable(authSession.getAuthNote(NOTE));
    }

    static Optional<Journey> find(AuthenticationFlowContext context) {
        EnrolmentStore store = store(context.getSession());
        return idOf(context.getAuthenticationSession())
                .flatMap(store::read)
                .map(read -> new Journey(context, store, read.id(), read.state()));
    }

    static Journey begin(AuthenticationFlowContext context, EnrolmentState first) {
        EnrolmentStore store = store(context.getSession());
        String id = store.open(first);
        context.getAuthenticationSession().setAuthNote(NOTE, id);
        return new Journey(context, store, id, first);
    }

    AuthenticationFlowContext context() {
        return context;
    }

    KeycloakSession session() {
        return context.getSession();
    }

    String id() {
        return id;
    }

    EnrolmentState state() {
        return state;
    }

    /** Changes the state on top of whatever the reader or the camera changed meanwhile. */
    Journey change(UnaryOperator<EnrolmentState> how) {
        state = store.change(id, how).orElseThrow(Lost::new);
        return this;
    }

    /** Ends the enrolment: its rows are gone. */
    void close() {
        store.close(id);
        context.getAuthenticationSession().removeAuthNote(NOTE);
    }

    /** Deletes the rows of the hand-off under way. */
    void closeReading() {
        Optional.ofNullable(state.reading()).ifPresent(store::closeReading);
    }

    /** Walks the flow from its beginning: steps that are done let it pass, so it stops at the first that is not. */
    void restartFlow() {
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        boolean recovers = state.recovers();
        context.resetFlow(() -> {
            authSession.setAuthNote(NOTE, id);
            if (recovers) {
                RecoveryWish.set(authSession);
            }
        });
    }
}
