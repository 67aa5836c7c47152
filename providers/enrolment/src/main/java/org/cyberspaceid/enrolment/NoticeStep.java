package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.kept.NoticeCategory;
import org.cyberspaceid.core.outcome.Problem;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Step 1: the notice, then the separate consent to the face check. The row begins with the agreement; before it nothing is kept. */
final class NoticeStep extends EnrolmentStep {
    /** Realm attribute: the version of the notice; {@value #FIRST_VERSION} when it is not set. */
    static final String NOTICE_VERSION = "cyberspaceid.notice-version";

    /** From the agreement to the issued ID. */
    static final Duration TIME = Duration.ofMinutes(30);

    /** The page's box for the consent to keep the live face's template. Unticked unless the person ticks it. */
    private static final String KEEP_TEMPLATE = "keep_template";

    private static final String FIRST_VERSION = "1";

    private final Clock clock;

    NoticeStep(Clock clock) {
        super(1);
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        RecoveryWish.read(context);
        if (SignedIn.here(context) && Exits.endedWith(context).isEmpty()) {
            Exits.end(context, number(), Problem.ENROLMENT_ALREADY_SIGNED_IN);
        } else {
            super.authenticate(context);
        }
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return state.faceConsented();
    }

    @Override
    void withoutJourney(AuthenticationFlowContext context) {
        if (Journey.idOf(context.getAuthenticationSession()).isPresent()) {
            super.withoutJourney(context);
            return;
        }
        if (RecoveryWish.isThere(context.getAuthenticationSession())) {
            Pages.show(context, number(), "recovery-start.ftl", isp(context));
        } else {
            notice(context);
        }
    }

    private static Map<String, Object> isp(AuthenticationFlowContext context) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("ispName", Isp.name(context.getAuthenticationSession().getClient()));
        attributes.put("ispHost", Isp.host(context.getAuthenticationSession()));
        return attributes;
    }

    private void notice(AuthenticationFlowContext context) {
        Map<String, Object> attributes = isp(context);
        attributes.put("noticeVersion", noticeVersion(context.getRealm()));
        attributes.put("keptCategories", NoticeCategory.onThePage());
        attributes.put(
                "registryAsked",
                !context.getSession()
                        .getProvider(PopulationRegistryProvider.class)
                        .documents()
                        .isEmpty());
        Pages.show(context, number(), "enrol-notice.ftl", attributes);
    }

    @Override
    void actWithoutJourney(AuthenticationFlowContext context, Form form) {
        if (Journey.idOf(context.getAuthenticationSession()).isPresent()) {
            super.withoutJourney(context);
        } else if (form.action().equals("continue")) {
            render(Journey.begin(context, begun(context)));
        } else {
            Exits.leave(context, Problem.NOTICE_NOT_ACCEPTED.code());
        }
    }

    private EnrolmentState begun(AuthenticationFlowContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        EnrolmentState begun = EnrolmentState.begun(
                tab.getClient().getClientId(),
                noticeVersion(context.getRealm()),
                clock.instant().plus(TIME).getEpochSecond());
        return RecoveryWish.isThere(tab) ? begun.withRecovery(RecoveryState.wanted()) : begun;
    }

    @Override
    void show(Journey journey) {
        Pages.show(
                journey.context(),
                number(),
                "enrol-face-consent.ftl",
                Map.of("noticeVersion", journey.state().noticeVersion()));
    }

    @Override
    void act(Journey journey, Form form) {
        switch (form.action()) {
            case "continue" -> {
                journey.change(s -> s.withFaceConsent(
                        !s.recovers() && form.text(KEEP_TEMPLATE).equals("yes")));
                journey.context().success();
            }
            case "back" -> {
                journey.close();
                withoutJourney(journey.context());
            }
            default -> show(journey);
        }
    }

    private static String noticeVersion(RealmModel realm) {
        return Optional.ofNullable(realm.getAttribute(NOTICE_VERSION)).orElse(FIRST_VERSION);
    }
}
