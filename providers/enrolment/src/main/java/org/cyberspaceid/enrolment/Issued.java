package org.cyberspaceid.enrolment;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * Whose flow this is once there is a user: the one whom these steps themselves issued or recovered. A user may also be there because a
 * password was right on the sign-in page of this tab a moment ago; that proves nothing here, and must not end as a sign-in.
 */
final class Issued {
    private static final String NOTE = "cyberspaceid.issued";

    private Issued() {}

    static void set(AuthenticationFlowContext context, UserModel user) {
        context.setUser(user);
        context.getAuthenticationSession().setAuthNote(NOTE, user.getId());
    }

    static boolean here(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return user != null
                && user.getId().equals(context.getAuthenticationSession().getAuthNote(NOTE));
    }

    /** Somebody is known in this tab from elsewhere: the walk begins without them. False when nobody is. */
    static boolean beganAnew(AuthenticationFlowContext context) {
        if (context.getUser() == null || here(context)) {
            return false;
        }
        Exits.startOver(context, RecoveryWish.isThere(context.getAuthenticationSession()));
        return true;
    }
}
