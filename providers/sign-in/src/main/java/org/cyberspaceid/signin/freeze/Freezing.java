package org.cyberspaceid.signin.freeze;

import java.time.Clock;
import org.cyberspaceid.ownpages.Sessions;
import org.cyberspaceid.vault.IdFrozenEvent;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The citizen's own switch: nobody signs in to a frozen ID, and whoever was signed in is out. It is used again when its owner has proved anew
 * who it is; whoever has checked that calls {@link #end}.
 */
public final class Freezing {
    static final String FROZEN = "id_frozen";
    static final String IN_USE_AGAIN = "id_in_use_again";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    public Freezing(KeycloakSession session, UserModel user, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.clock = clock;
    }

    public boolean isFrozen() {
        return rows().has(user.getId());
    }

    /** With all sessions and their tokens; one that is being opened at this moment is void too. ISPs hear of it that want to. */
    public void begin() {
        rows().add(user.getId(), clock.instant());
        session.getKeycloakSessionFactory().publish(new IdFrozenEvent(session, realm, user, true));
        tell(FROZEN);
        new Sessions(session, user).endAllBefore(clock.instant().plusSeconds(1));
    }

    /** Does nothing when it is not frozen. */
    public void end() {
        if (rows().remove(user.getId())) {
            session.getKeycloakSessionFactory().publish(new IdFrozenEvent(session, realm, user, false));
            tell(IN_USE_AGAIN);
        }
    }

    private void tell(String what) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(Details.REASON, what)
                .success();
    }

    private FrozenRows rows() {
        return new FrozenRows(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }
}
