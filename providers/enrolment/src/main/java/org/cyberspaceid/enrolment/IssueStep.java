package org.cyberspaceid.enrolment;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.ownpages.OwnAction;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * Step 6: the ID. User, record and password are written in the transaction of the request that shows the page, so whoever sees the
 * page has the ID. Coming back shows the page again and writes nothing.
 */
final class IssueStep extends EnrolmentStep {
    private final Clock clock;

    IssueStep(Clock clock) {
        super(6);
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RecoverStep.isBehind(context)) {
            context.success();
        } else if (Issued.here(context)) {
            done(context);
        } else {
            super.authenticate(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (!Issued.here(context)) {
            super.action(context);
        } else {
            if ("add_passkey"
                    .equals(context.getHttpRequest().getDecodedFormParameters().getFirst("action"))) {
                context.getAuthenticationSession().addRequiredAction(OwnAction.ADD_PASSKEY.id());
            }
            RegisterEvents.thenLogin(context);
            PasswordLevel.reached(context);
            context.success();
        }
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return false;
    }

    @Override
    void show(Journey journey) {
        Optional<String> password = ChosenPassword.take(journey.session());
        if (!journey.state().mobileDone() || password.isEmpty()) {
            journey.restartFlow();
        } else if (SignedIn.here(journey.context())) {
            Exits.end(journey.context(), number(), Problem.ENROLMENT_ALREADY_SIGNED_IN);
        } else {
            issue(journey, password.get());
        }
    }

    @Override
    void act(Journey journey, Form form) {
        journey.restartFlow();
    }

    private void issue(Journey journey, String password) {
        IssueId.Outcome outcome = new IssueId(journey, clock).with(password);
        if (outcome instanceof IssueId.Issued issued) {
            journey.close();
            Issued.set(journey.context(), issued.user());
            RegisterEvents.registered(journey.context());
            done(journey.context());
        } else {
            refused(journey, ((IssueId.Refused) outcome).problem());
        }
    }

    /**
     * A document that is taken now was free after the face check: the same person in another window, or this form sent twice; or the
     * population registry knows the person by another document, who has proven to be that person by now.
     */
    private void refused(Journey journey, Problem problem) {
        if (problem != Problem.ALREADY_ENROLLED) {
            Refusals.tell(journey.context(), problem);
            journey.change(s -> s.withMobile(null).withProblem(problem)).restartFlow();
        } else if (Journey.find(journey.context()).isEmpty()) {
            journey.context()
                    .forceChallenge(Response.seeOther(journey.context().getRefreshExecutionUrl())
                            .build());
        } else {
            Exits.end(journey.context(), number(), problem);
        }
    }

    private void done(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        IdentityVault vault =
                context.getSession().getProvider(IdentityVaultProvider.class).identities();
        IdentityRecord record = vault.read(user.getId()).orElseThrow();
        Map<String, String> attributes = new HashMap<>();
        attributes.put("ispName", Isp.name(context.getAuthenticationSession().getClient()));
        attributes.put("documentType", record.document().number().type().code());
        attributes.put("expiresOn", record.document().expiresOn().toString());
        Isp.sector(context.getAuthenticationSession().getClient())
                .flatMap(sector -> vault.networkNumber(user.getId(), sector))
                .map(NetworkNumber::grouped)
                .ifPresent(number -> attributes.put("networkNumber", number));
        Pages.show(context, number(), "enrol-done.ftl", attributes);
    }
}
