package org.cyberspaceid.signin.recovery;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.core.vault.IdentityVault;
import org.cyberspaceid.mobile.ChosenNumbers;
import org.cyberspaceid.mobile.MobileNumbers;
import org.cyberspaceid.mobile.SmsCodeProvider;
import org.cyberspaceid.mobile.notice.Notice;
import org.cyberspaceid.mobile.notice.SmsNotices;
import org.cyberspaceid.ownpages.OwnAction;
import org.cyberspaceid.vault.IdentityVaultProvider;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Another mobile number, after a sign-in of this moment. The SMS code that comes to it decides whose it is: from whoever has it it moves
 * to the claimant, and nobody is told that somebody had it. Whoever lost theirs that way is asked for another at the next sign-in. No
 * ISP sees any of it.
 */
final class ChangeNumber implements RequiredActionProvider {
    static final String PURPOSE = "change-number";

    private static final Duration MAX_AGE = Duration.ofMinutes(5);
    /** Answered in this sign-in; Keycloak evaluates once more after the last page. */
    private static final String ANSWERED = "cyberspaceid.number-answered";

    private final MobileNumbers numbers;
    private final Clock clock;

    ChangeNumber(MobileNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public int getMaxAuthAge(KeycloakSession unused) {
        return (int) MAX_AGE.toSeconds();
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        if (tab.getAuthNote(ANSWERED) == null && !isSilent(tab) && hasLostTheNumber(context)) {
            tab.addRequiredAction(OwnAction.CHANGE_NUMBER.id());
        }
    }

    private static boolean isSilent(AuthenticationSessionModel tab) {
        return TokenUtil.hasPrompt(
                tab.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    private static boolean hasLostTheNumber(RequiredActionContext context) {
        return record(context).filter(record -> record.reachableAt().isEmpty()).isPresent();
    }

    private static Optional<IdentityRecord> record(RequiredActionContext context) {
        return vault(context).read(context.getUser().getId());
    }

    private static IdentityVault vault(RequiredActionContext context) {
        return context.getSession().getProvider(IdentityVaultProvider.class).identities();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        new NumberUnderProof(context, clock)
                .read()
                .ifPresentOrElse(
                        number -> code(context, number, Optional.empty()),
                        () -> new NumberPages(context).number("", Optional.empty(), hasLostTheNumber(context)));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        NumberUnderProof proof = new NumberUnderProof(context, clock);
        String action = form.getFirst("action");
        if ("cancel".equals(action)) {
            proof.forget();
            leave(context);
            return;
        }
        Optional<MobileNumber> number = proof.read();
        if (number.isEmpty()) {
            typed(context, proof, form.getFirst("mobile"));
        } else if ("other_number".equals(action)) {
            proof.forget();
            requiredActionChallenge(context);
        } else if ("resend".equals(action)) {
            code(context, number.get(), send(context, number.get()));
        } else {
            check(context, proof, number.get(), form.getFirst("sms_code"));
        }
    }

    /** Who came for it goes back; who was only asked is signed in all the same, and asked again next time. */
    private static void leave(RequiredActionContext context) {
        AuthenticationSessionModel tab = context.getAuthenticationSession();
        if (OwnAction.CHANGE_NUMBER.id().equals(tab.getClientNote(Constants.KC_ACTION))) {
            context.cancel();
        } else {
            tab.setAuthNote(ANSWERED, "true");
            context.success();
        }
    }

    private void typed(RequiredActionContext context, NumberUnderProof proof, String unverifiedNumber) {
        MobileNumbers.Parsed parsed = numbers.parse(unverifiedNumber);
        if (!(parsed instanceof MobileNumbers.Parsed.Good good)) {
            refuse(context, unverifiedNumber, ((MobileNumbers.Parsed.Bad) parsed).problem());
            return;
        }
        Optional<Problem> problem = send(context, good.number());
        if (problem.isPresent()) {
            refuse(context, unverifiedNumber, problem.get());
        } else {
            proof.keep(good.number());
            code(context, good.number(), Optional.empty());
        }
    }

    private static void refuse(RequiredActionContext context, String unverifiedNumber, Problem problem) {
        tell(context, problem);
        new NumberPages(context).number(unverifiedNumber, Optional.of(problem), hasLostTheNumber(context));
    }

    private static Optional<Problem> send(RequiredActionContext context, MobileNumber to) {
        Locale locale = context.getSession().getContext().resolveLocale(context.getUser());
        return new ChosenNumbers(context.getSession()
                        .getProvider(IdentityVaultProvider.class)
                        .attempts())
                .send("user:" + context.getUser().getId(), () -> codes(context).send(PURPOSE, to, locale));
    }

    private static SmsCodeProvider codes(RequiredActionContext context) {
        return context.getSession().getProvider(SmsCodeProvider.class);
    }

    private static void code(RequiredActionContext context, MobileNumber number, Optional<Problem> problem) {
        problem.ifPresent(p -> tell(context, p));
        new NumberPages(context).code(number, codes(context).waitBeforeSending(number), problem);
    }

    private static void check(
            RequiredActionContext context, NumberUnderProof proof, MobileNumber number, String unverifiedCode) {
        Optional<Problem> problem = codes(context).check(PURPOSE, number, unverifiedCode);
        if (problem.isPresent()) {
            code(context, number, problem);
            return;
        }
        change(context, number);
        proof.forget();
        context.getAuthenticationSession().setAuthNote(ANSWERED, "true");
        context.success();
    }

    private static void change(RequiredActionContext context, MobileNumber proven) {
        Optional<MobileNumber> before = record(context).flatMap(IdentityRecord::reachableAt);
        vault(context).changeMobile(context.getUser().getId(), proven);
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_PROFILE)
                .user(context.getUser())
                .success();
        before.filter(number -> !number.equals(proven))
                .ifPresent(number -> SmsNotices.afterCommit(context.getSession(), number, Notice.MOBILE_CHANGED));
    }

    private static void tell(RequiredActionContext context, Problem problem) {
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_PROFILE)
                .user(context.getUser())
                .error(problem.code());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
