package org.cyberspaceid.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.mobile.ChosenNumbers;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.mobile.SmsCodeProvider;
import org.cyberspaceid.vault.IdentityVaultProvider;

/** Step 4: the mobile number and its code. Whether the number signs in another ID is looked up only after the right code. */
final class MobileStep extends EnrolmentStep {
    private static final String ENROLMENT = "enrolment";
    private static final String RECOVERY = "recovery";

    private static final Duration RESEND = Duration.ofMinutes(1);

    private final MobileNumbers numbers;
    private final Clock clock;

    MobileStep(MobileNumbers numbers, Clock clock) {
        super(4);
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    boolean isDone(EnrolmentState state) {
        return state.mobileDone();
    }

    @Override
    void show(Journey journey) {
        MobileState mobile = journey.state().mobile();
        if (mobile == null || mobile.codeSentAt() == 0) {
            Pages.show(journey.context(), number(), "enrol-mobile.ftl", typed(mobile == null ? "" : mobile.e164()));
        } else {
            Pages.show(journey.context(), number(), "enrol-sms-code.ftl", sent(mobile));
        }
    }

    @Override
    void act(Journey journey, Form form) {
        MobileState mobile = journey.state().mobile();
        if (mobile == null || mobile.codeSentAt() == 0) {
            number(journey, form.text("mobile"));
            return;
        }
        switch (form.action()) {
            case "resend" -> resend(journey, mobile);
            case "other_number" -> render(journey.change(s -> s.withMobile(new MobileState(mobile.e164(), 0, false))));
            default -> code(journey, mobile, form.text("sms_code"));
        }
    }

    @Override
    EnrolmentState tryAgain(EnrolmentState state) {
        return state.withProblem(null).withMobile(null);
    }

    private void number(Journey journey, String typed) {
        MobileNumbers.Parsed parsed = numbers.parse(typed);
        Optional<Problem> problem = parsed instanceof MobileNumbers.Parsed.Good good
                ? send(journey, good.number())
                : Optional.of(((MobileNumbers.Parsed.Bad) parsed).problem());
        problem.ifPresentOrElse(p -> number(journey, typed, p), () -> show(journey));
    }

    private void number(Journey journey, String typed, Problem problem) {
        Pages.show(journey.context(), number(), "enrol-mobile.ftl", typed(typed), problem);
    }

    private void resend(Journey journey, MobileState mobile) {
        send(journey, mobile.number()).ifPresentOrElse(problem -> code(journey, problem), () -> show(journey));
    }

    private Optional<Problem> send(Journey journey, MobileNumber to) {
        Locale locale = journey.session().getContext().resolveLocale(null);
        SmsCodeProvider codes = journey.session().getProvider(SmsCodeProvider.class);
        Optional<Problem> problem =
                chosen(journey).send(whose(journey), () -> codes.send(purpose(journey), to, locale));
        if (problem.isEmpty()) {
            long now = clock.instant().getEpochSecond();
            journey.change(s -> s.withMobile(new MobileState(to.e164(), now, false)));
        }
        return problem;
    }

    private static ChosenNumbers chosen(Journey journey) {
        return new ChosenNumbers(
                journey.session().getProvider(IdentityVaultProvider.class).attempts());
    }

    private static String whose(Journey journey) {
        DocumentState document = journey.state().document();
        return document.type().code() + ":" + document.number();
    }

    private void code(Journey journey, MobileState mobile, String typed) {
        Optional<Problem> problem =
                journey.session().getProvider(SmsCodeProvider.class).check(purpose(journey), mobile.number(), typed);
        if (problem.isPresent()) {
            code(journey, problem.get());
        } else {
            journey.change(s -> s.withMobile(s.mobile().prove()));
            journey.context().success();
        }
    }

    /** A code says in its message what it is for, and serves for nothing else. */
    private static String purpose(Journey journey) {
        return journey.state().recovers() ? RECOVERY : ENROLMENT;
    }

    private void code(Journey journey, Problem problem) {
        Pages.show(
                journey.context(),
                number(),
                "enrol-sms-code.ftl",
                sent(journey.state().mobile()),
                problem);
    }

    private static Map<String, Object> typed(String mobile) {
        return mobile.isEmpty() ? Map.of() : Map.of("mobile", mobile);
    }

    private Map<String, Object> sent(MobileState mobile) {
        long passed = clock.instant().getEpochSecond() - mobile.codeSentAt();
        return Map.of(
                "maskedMobile",
                mobile.number().masked(),
                "resendAfterSeconds",
                Math.max(0, RESEND.toSeconds() - passed));
    }
}
