package org.cyberspaceid.signin.scan;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Optional;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.signin.scan.Attempts.Outcome;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.events.Details;

/**
 * The phone's side: who asks, since when, from what kind of browser, and the number of the other screen to type. An action that only the
 * person's own link starts; whoever signed in on this phone longer ago than Keycloak's five minutes proves themselves first.
 */
final class ApproveSignIn implements RequiredActionProvider {
    /** Reason in the events of both sides. */
    static final String APPROVED = "scan_approved";

    /** The password's, as the realm's {@code acr.loa.map} has it: one approval never begets another. */
    private static final int LEAST_LEVEL = 1;

    private final Clock clock;

    ApproveSignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // nobody has to
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Optional<String> handle = new ScanCookie(context.getSession()).handle();
        int level = new AcrStore(context.getSession(), context.getAuthenticationSession())
                .getLevelOfAuthenticationFromCurrentAuthentication();
        if (handle.isEmpty() || level < LEAST_LEVEL) {
            end(context, handle.isEmpty() ? Problem.SCAN_EXPIRED : Problem.SCAN_REFUSED);
            return;
        }
        Attempts attempts = PhoneSignIn.attempts(context.getSession(), clock);
        if (attempts.open(handle.get(), context.getUser().getId()) instanceof Outcome.Not not) {
            end(context, not.why());
        } else {
            context.challenge(
                    ApprovalPages.ask(context, attempts.read(handle.get()).orElseThrow()));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        ScanCookie cookie = new ScanCookie(context.getSession());
        Optional<String> handle = cookie.handle();
        if ("close".equals(form.getFirst("action"))) {
            cookie.drop();
            context.cancel();
        } else if (handle.isEmpty()) {
            end(context, Problem.SCAN_EXPIRED);
        } else if ("refuse".equals(form.getFirst("action"))) {
            PhoneSignIn.attempts(context.getSession(), clock)
                    .refuse(handle.get(), context.getUser().getId());
            cookie.drop();
            context.getEvent().detail(Details.REASON, Problem.SCAN_REFUSED.code());
            context.cancel();
        } else if (MatchingNumber.isMissing(form.getFirst("number"))) {
            requiredActionChallenge(context);
        } else {
            approve(context, cookie, handle.get(), form.getFirst("number"));
        }
    }

    private void approve(RequiredActionContext context, ScanCookie cookie, String handle, String typedNumber) {
        Outcome outcome = PhoneSignIn.attempts(context.getSession(), clock)
                .approve(handle, context.getUser().getId(), typedNumber);
        if (outcome instanceof Outcome.Not not) {
            end(context, not.why());
        } else {
            cookie.drop();
            context.getEvent().detail(Details.REASON, APPROVED);
            context.success();
        }
    }

    /** The event names the person and what went wrong; which ISP it was about is the other screen's side. */
    private static void end(RequiredActionContext context, Problem problem) {
        new ScanCookie(context.getSession()).drop();
        context.getEvent().clone().detail(Details.REASON, problem.code()).error(problem.code());
        context.challenge(ApprovalPages.ended(context, problem));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
