package org.cyberspaceid.ownpages;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Who is signed in to the page in this browser. */
public record Visitor(UserModel user, UserSessionModel userSession) {

    /** Whether the person really signed in that lately, here or at an ISP of the same browser. */
    public boolean isFresh(Duration maxAge) {
        String signedInAt = userSession.getNote(AuthenticationManager.AUTH_TIME);
        return signedInAt != null && Time.currentTime() - Integer.parseInt(signedInAt) <= maxAge.toSeconds();
    }

    /** By the browser's cookie. The page is part of Keycloak's client {@code account}, as whose session the cookie is read. */
    public static Optional<Visitor> of(KeycloakSession session) {
        session.getContext()
                .setClient(session.getContext().getRealm().getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID));
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(
                        session, session.getContext().getRealm(), true))
                .map(found -> new Visitor(found.user(), found.session()));
    }
}
