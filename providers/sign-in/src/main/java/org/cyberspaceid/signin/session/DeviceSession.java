package org.cyberspaceid.signin.session;

import java.util.Optional;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.level.AskedLevels;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * A session that is there. At this ISP: Keycloak's own step. Else the newest one of the same browser at another ISP, from which this ISP
 * gets a session of its own, with the time and level of the real sign-in. A silent check ({@code prompt=none}) never looks elsewhere:
 * an ISP could learn that somebody who never signed in to it has an ID.
 */
final class DeviceSession extends CookieAuthenticator {
    /** The least level of which sessions tell that they have it ({@code LOA_MAP}). */
    private static final int PASSWORD_LEVEL = 1;

    /** Of a session that tells of none: a phone approved it. */
    private static final int NO_LEVEL = 0;

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!(context.getSession().getProvider(CookieProvider.class) instanceof PartitionedCookies cookies)) {
            super.authenticate(context);
            return;
        }
        AskedLevels.of(context.getAuthenticationSession()).goForTheFirst();
        Optional<Device> device = cookies.device();
        DeviceSessions sessions = new DeviceSessions(context.getSession(), context.getRealm());
        AuthenticationSessionModel request = context.getAuthenticationSession();
        // Nobody's browser: an ISP that asks silently must not learn that from the time. Else the person sees the
        // answer, not the ISP.
        Optional<UserSessionModel> own =
                device.isPresent() || isSilent(request) ? sessions.at(request.getClient(), device) : Optional.empty();
        if (own.isPresent() && passkeyMissing(request, own.get())) {
            askAgain(context, own.get());
        } else if (own.isPresent()) {
            super.authenticate(context);
        } else if (isSilent(request)) {
            SilentRefusal.await();
            context.attempted();
        } else if (AuthenticatorUtil.isForkedFlow(request)) {
            context.attempted();
        } else {
            device.flatMap(sessions::anywhere)
                    .filter(other -> suffices(context, other))
                    .ifPresentOrElse(other -> signIn(context, other), context::attempted);
        }
    }

    private static boolean passkeyMissing(AuthenticationSessionModel request, UserSessionModel session) {
        return AskedLevels.of(request).passkeyNeeded() && !Amr.isByPasskey(session.getNote(Amr.NOTE));
    }

    /** As Keycloak's own step does where the sign-in is too old. */
    private static void askAgain(AuthenticationFlowContext context, UserSessionModel own) {
        AuthenticationSessionModel request = context.getAuthenticationSession();
        context.setUser(own.getUser());
        new AcrStore(context.getSession(), request).setLevelAuthenticatedToCurrentRequest(Constants.NO_LOA);
        request.setAuthNote(AuthenticationManager.FORCED_REAUTHENTICATION, "true");
        context.attempted();
    }

    private static boolean isSilent(AuthenticationSessionModel request) {
        return TokenUtil.hasPrompt(
                request.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    private static boolean suffices(AuthenticationFlowContext context, UserSessionModel other) {
        AuthenticationSessionModel request = context.getAuthenticationSession();
        LoginProtocol protocol = context.getSession().getProvider(LoginProtocol.class, request.getProtocol());
        return other.getUser() != null
                && other.getUser().isEnabled()
                && isFresh(context.getSession(), context.getRealm(), other)
                && Notes.maySignIn(other, request.getClient())
                && !protocol.requireReauthentication(other, request)
                && !passkeyMissing(request, other)
                && (levelOf(context, other) >= requested(context) || previousLevel(context, other) >= PASSWORD_LEVEL);
    }

    private static int requested(AuthenticationFlowContext context) {
        return new AcrStore(context.getSession(), context.getAuthenticationSession())
                .getRequestedLevelOfAuthentication(context.getTopLevelFlow());
    }

    /** A chain of sessions, each opened by the one before, ends when the first would have; and what an operator revoked is over. */
    private static boolean isFresh(KeycloakSession session, RealmModel realm, UserSessionModel other) {
        int signedInAt = Notes.authTime(other);
        return Time.currentTime() - signedInAt <= realm.getSsoSessionMaxLifespan()
                && other.getStarted() >= realm.getNotBefore()
                && other.getStarted() >= session.users().getNotBeforeOfUser(realm, other.getUser());
    }

    private static int levelOf(AuthenticationFlowContext context, UserSessionModel other) {
        return Math.max(previousLevel(context, other), NO_LEVEL);
    }

    private static int previousLevel(AuthenticationFlowContext context, UserSessionModel other) {
        AuthenticationSessionModel request = context.getAuthenticationSession();
        request.setAuthNote(Constants.LOA_MAP, other.getNote(Constants.LOA_MAP));
        int previous = new AcrStore(context.getSession(), request)
                .getHighestAuthenticatedLevelFromPreviousAuthentication(
                        context.getTopLevelFlow().getId());
        request.removeAuthNote(Constants.LOA_MAP);
        return previous;
    }

    /**
     * Takes over the other session, whole or as far as it goes: what is missing to the level that was asked for follows in the flow. An ISP
     * that asked for less than the other session has is told no more than it asked for.
     */
    private static void signIn(AuthenticationFlowContext context, UserSessionModel other) {
        AuthenticationSessionModel request = context.getAuthenticationSession();
        int level = levelOf(context, other);
        int requested = requested(context);
        Notes.inherited(other).forEach(request::setUserSessionNote);
        request.setAuthNote(Constants.LOA_MAP, other.getNote(Constants.LOA_MAP));
        AuthenticatorUtils.updateCompletedExecutions(
                request, other, context.getExecution().getId());
        new AcrStore(context.getSession(), request)
                .setLevelAuthenticatedToCurrentRequest(Math.min(level, Math.max(requested, PASSWORD_LEVEL)));
        context.setUser(other.getUser());
        if (level < requested) {
            context.attempted();
            return;
        }
        request.setAuthNote(AuthenticationManager.SSO_AUTH, "true");
        context.success();
    }
}
