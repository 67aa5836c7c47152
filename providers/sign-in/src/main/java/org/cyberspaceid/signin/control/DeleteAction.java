package org.cyberspaceid.signin.control;

import java.time.Clock;
import java.time.Duration;
import org.cyberspaceid.ownpages.OwnAction;
import org.cyberspaceid.ownpages.Sessions;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventType;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;

/**
 * The citizen closes the own ID. ISPs hear of it while it can still be said which (the module relying-party listens to the removal), the
 * vault's rows go with the user, and no backup brings it back (ADR 7).
 */
final class DeleteAction extends ConfirmedAction {
    DeleteAction(Clock clock) {
        super(OwnAction.DELETE, Duration.ZERO, clock);
    }

    @Override
    void perform(RequiredActionContext context) {
        UserModel user = context.getUser();
        new Sessions(context.getSession(), user).endAll();
        context.getEvent().clone().event(EventType.DELETE_ACCOUNT).user(user).success();
        if (!new UserManager(context.getSession()).removeUser(context.getRealm(), user)) {
            throw new IllegalStateException("the user is not there");
        }
    }
}
