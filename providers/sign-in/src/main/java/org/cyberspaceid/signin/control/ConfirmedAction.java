package org.cyberspaceid.signin.control;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.cyberspaceid.ownpages.OwnAction;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An action that ends the sign-in it belongs to, once the person has confirmed it. */
abstract class ConfirmedAction implements RequiredActionProvider {
    private final OwnAction action;
    private final Duration maxAge;
    private final Clock clock;

    /** @param maxAge of the sign-in; older ones are asked for again */
    ConfirmedAction(OwnAction action, Duration maxAge, Clock clock) {
        this.action = action;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** Does it. Part of the running transaction. */
    abstract void perform(RequiredActionContext context);

    @Override
    public final InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public final int getMaxAuthAge(KeycloakSession session) {
        return (int) maxAge.toSeconds();
    }

    @Override
    public final void evaluateTriggers(RequiredActionContext context) {
        // only ever asked for
    }

    @Override
    public final void requiredActionChallenge(RequiredActionContext context) {
        context.challenge(confirmation(context).current());
    }

    @Override
    public final void processAction(RequiredActionContext context) {
        if (!action.id().equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION))) {
            context.failure();
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Confirmation confirmation = confirmation(context);
        if ("cancel".equals(form.getFirst("action"))) {
            confirmation.close();
            context.cancel();
            return;
        }
        Confirmation.Outcome outcome = confirmation.judge(form);
        if (outcome instanceof Confirmation.Outcome.Shown shown) {
            context.challenge(shown.page());
        } else {
            Response done = done(context);
            perform(context);
            endSignIn(context);
            context.challenge(done);
        }
    }

    /** Made before: afterwards there may be nobody any more whose language it could be. */
    private Response done(RequiredActionContext context) {
        return context.form()
                .setAttribute("messageHeader", "confirm." + act() + ".done.title")
                .setAttribute(Constants.SKIP_LINK, true)
                .setInfo("confirm." + act() + ".done.text")
                .createInfoPage();
    }

    private static void endSignIn(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        new AuthenticationSessionManager(context.getSession()).removeAuthenticationSession(tab.getRealm(), tab, true);
    }

    private Confirmation confirmation(RequiredActionContext context) {
        return new Confirmation(act(), context, clock);
    }

    private String act() {
        return action.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
