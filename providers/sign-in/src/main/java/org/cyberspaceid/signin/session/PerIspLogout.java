package org.cyberspaceid.signin.session;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Keycloak's OpenID Connect, except for what the end of a session means to others. Every way a session is signed out comes through here:
 * RP-initiated, by refresh token, by an administrator, by the citizen's own pages.
 */
final class PerIspLogout extends OIDCLoginProtocol {
    private final LogoutQueue queue;

    PerIspLogout(OIDCProviderConfig config, LogoutQueue queue) {
        super(config);
        this.queue = queue;
    }

    @Override
    public Response backchannelLogout(UserSessionModel userSession, AuthenticatedClientSessionModel ended) {
        RealmModel realm = ended.getRealm();
        if (!OurRealm.is(realm)) {
            return super.backchannelLogout(userSession, ended);
        }
        List<UserSessionModel> others = othersOf(realm, userSession);
        if (isAtTheCitizensOwnPages(userSession, ended)) {
            others.forEach(other -> AuthenticationManager.backchannelLogout(session, other, false));
        } else {
            others.forEach(other -> Notes.signedOut(other, ended.getClient()));
        }
        queue.tell(session, ended);
        return Response.ok().build();
    }

    private List<UserSessionModel> othersOf(RealmModel realm, UserSessionModel userSession) {
        return new DeviceSessions(session, realm)
                .of(userSession.getUser(), Notes.device(userSession)).stream()
                        .filter(other -> !other.getId().equals(userSession.getId()))
                        .filter(other -> other.getState() != UserSessionModel.State.LOGGING_OUT
                                && other.getState() != UserSessionModel.State.LOGGED_OUT)
                        .toList();
    }

    /** The citizen pressed "sign out" there; not an operator who ends one session. */
    private boolean isAtTheCitizensOwnPages(UserSessionModel userSession, AuthenticatedClientSessionModel ended) {
        return (Partition.isConsole(ended.getClient()) || SignOutOfAll.isUnderWay(session))
                && userSession.getNote(AuthenticationManager.KEYCLOAK_LOGOUT_PROTOCOL) != null;
    }

    @Override
    public PerIspLogout setSession(KeycloakSession session) {
        super.setSession(session);
        return this;
    }
}
