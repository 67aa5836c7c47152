package org.cyberspaceid.signin.scan;

import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.signin.Amr;
import org.cyberspaceid.signin.Step;
import org.cyberspaceid.signin.freeze.Freezing;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sign-in by a phone that is signed in already, where the person asked for it on the page of the password. The page shows a QR code and a
 * number, and waits; the phone's side is {@link ApproveSignIn}. Its level is {@value #LEVEL}, below the password's: whatever an ISP asks for
 * beyond it follows in the flow as if nothing had been.
 */
final class ScanStep extends Step {
    /** {@code urn:cyberspace-id:acr:scan}, as the realm's {@code acr.loa.map} has it. */
    static final int LEVEL = 0;

    /** Auth note: the person chose this way. */
    static final String WANTED = "cyberspace-id.scan-wanted";

    /** Auth note: the attempt's handle. Only the browser with this tab's cookie can make use of the answer. */
    static final String HANDLE = "cyberspace-id.scan";

    /** Auth note: the code of the problem that ended the attempt, so that its page survives a refresh. */
    private static final String ENDED = "cyberspace-id.scan-ended";

    /** No level is proven, whatever this browser's session had before: its time is the time of the scan from now on. */
    private static final String NO_LEVELS = "{}";

    private final Clock clock;

    ScanStep(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        Optional<Problem> ended = Optional.ofNullable(tab.getAuthNote(ENDED)).flatMap(Problem::ofCode);
        if (tab.getAuthNote(WANTED) == null) {
            context.attempted();
        } else if (ended.isPresent()) {
            context.challenge(ScanPages.ended(context, ended.get()));
        } else if (tab.getAuthNote(HANDLE) == null) {
            start(context);
        } else {
            judge(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String action = context.getHttpRequest().getDecodedFormParameters().getFirst("action");
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        if ("cancel".equals(action)) {
            forget(context);
            context.cancelLogin();
        } else if ("password".equals(action)) {
            forget(context);
            tab.removeAuthNote(WANTED);
            context.attempted();
        } else if ("again".equals(action)) {
            forget(context);
            start(context);
        } else {
            authenticate(context);
        }
    }

    private void start(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        Place place = Place.of(context.getSession());
        Attempt attempt = new Attempt(
                tab.getClient().getClientId(),
                ScanPages.host(tab.getRedirectUri()),
                MatchingNumber.fresh(),
                place.browser(),
                place.system(),
                clock.instant().getEpochSecond(),
                Attempt.Stage.WAITING,
                null);
        tab.setAuthNote(HANDLE, attempts(context).start(attempt));
        judge(context);
    }

    /** Acts on what the phone left in the row; what this browser says of it does not count. */
    private void judge(AuthenticationFlowContext context) {
        String handle = context.getAuthenticationSession().getAuthNote(HANDLE);
        Optional<Attempt> attempt = attempts(context).read(handle);
        if (attempt.isEmpty()) {
            end(context, Problem.SCAN_EXPIRED);
            return;
        }
        switch (attempt.get().stage()) {
            case APPROVED -> approved(context, attempt.get());
            case REFUSED -> end(context, Problem.SCAN_REFUSED);
            case NUMBER_WRONG -> end(context, Problem.SCAN_NUMBER_WRONG);
            default -> waiting(context, handle, attempt.get());
        }
    }

    private void waiting(AuthenticationFlowContext context, String handle, Attempt attempt) {
        if (attempt.isOverAt(clock.instant())) {
            end(context, Problem.SCAN_EXPIRED);
        } else {
            context.forceChallenge(ScanPages.waiting(context, handle, attempt, clock));
        }
    }

    private void approved(AuthenticationFlowContext context, Attempt attempt) {
        if (!attempts(context).take(context.getAuthenticationSession().getAuthNote(HANDLE))) {
            end(context, Problem.SCAN_USED);
            return;
        }
        UserModel user = context.getSession().users().getUserById(context.getRealm(), attempt.userId());
        if (user == null || !user.isEnabled() || new Freezing(context.getSession(), user, clock).isFrozen()) {
            end(context, Problem.SCAN_REFUSED, Errors.USER_DISABLED);
        } else if (context.getUser() != null && !context.getUser().equals(user)) {
            end(context, Problem.SCAN_REFUSED, Errors.DIFFERENT_USER_AUTHENTICATED);
        } else {
            signIn(context, user);
        }
    }

    private static void signIn(AuthenticationFlowContext context, UserModel user) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        tab.removeAuthNote(WANTED);
        tab.removeAuthNote(HANDLE);
        context.setUser(user);
        tab.setAuthNote(Constants.LOA_MAP, NO_LEVELS);
        tab.setUserSessionNote(Constants.LOA_MAP, NO_LEVELS);
        AcrStore levels = new AcrStore(context.getSession(), tab);
        levels.setLevelAuthenticatedToCurrentRequest(LEVEL);
        Amr.PHONE.note(tab);
        context.getEvent().detail(Details.REASON, ApproveSignIn.APPROVED);
        if (levels.getRequestedLevelOfAuthentication(context.getTopLevelFlow()) > LEVEL) {
            context.attempted();
        } else {
            context.success();
        }
    }

    private void end(AuthenticationFlowContext context, Problem problem) {
        end(context, problem, problem.code());
    }

    private void end(AuthenticationFlowContext context, Problem problem, String eventError) {
        forget(context);
        context.getAuthenticationSession().setAuthNote(ENDED, problem.code());
        context.getEvent()
                .clone()
                .user((String) null)
                .detail(Details.REASON, problem.code())
                .error(eventError);
        context.forceChallenge(ScanPages.ended(context, problem));
    }

    /** A phone that still shows it finds nothing any more. */
    private void forget(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        Optional.ofNullable(tab.getAuthNote(HANDLE)).ifPresent(attempts(context)::take);
        tab.removeAuthNote(HANDLE);
        tab.removeAuthNote(ENDED);
    }

    private Attempts attempts(AuthenticationFlowContext context) {
        return PhoneSignIn.attempts(context.getSession(), clock);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }
}
