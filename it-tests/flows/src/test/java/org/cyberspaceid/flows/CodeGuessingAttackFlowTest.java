package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.reader.VirtualReader;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing of codes in every place that takes one, one after another and at the same time. The number of a scan: {@code ScanRelayFlowTest}. */
class CodeGuessingAttackFlowTest {
    private static final Portrait SELF = Portraits.all().get(6);
    private static final int AT_ONCE = 100;

    private final World world = World.get();
    private final Database database = new Database(world.jdbcUrl());

    @BeforeEach
    void nobodyGuessedYet() {
        world.sql("delete from cid_attempt");
        world.letSmsLimitsPass();
    }

    @Test
    void theCodeOfASignIn() {
        Attack attack = new Attack("code of a sign-in, a hundred at the same time and the right one last");
        VirtualCitizen citizen = enrolled();
        citizen.browser().forgetEverything();
        citizen.open(world.button(0));
        int before = world.texts(world.mobileOf(citizen)).size();
        PageView page =
                citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        citizen.expect("sign-in-sms-code");
        String code = world.smsCode(world.mobileOf(citizen), before);
        guessAtOnce(attack, citizen, page, "sms_code", code, Problem.SMS_CODE_WRONG);
        citizen.open(world.button(0));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        guessTheRest(attack, citizen, "sign-in-sms-code", "sms_code", code);
        attack.neverGotThrough(AT_ONCE + 7);
    }

    /** Ten wrong codes, over as many messages as it takes, lock codes; passwords go on. */
    @Test
    void codesAreLockedApartFromPasswords() {
        Attack attack = new Attack("right code after ten wrong ones of two messages");
        VirtualCitizen citizen = enrolled();
        citizen.browser().forgetEverything();
        citizen.open(world.button(0));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        for (int message = 0; message < 2; message++) {
            for (int i = 0; i < 5; i++) {
                citizen.submit(Map.of("sms_code", "00000" + i));
                attack.tried(citizen.at().problem().isEmpty());
            }
            world.letSmsLimitsPass();
            citizen.press("resend");
            citizen.expect("sign-in-sms-code");
        }
        citizen.submit(Map.of("sms_code", world.smsCode(world.mobileOf(citizen))));
        attack.tried(citizen.at().problem().isEmpty());
        assertThat(citizen.at().problem()).contains(Problem.SIGN_IN_LOCKED.code());
        attack.neverGotThrough(11);
        assertThat(signIn(new Browser("en"), world.mobileOf(citizen), world.passwordOf(citizen))
                        .is("sign-in-sms-code"))
                .as("the password is not locked")
                .isTrue();
    }

    @Test
    void theCodeOfAnEnrolment() {
        Attack attack = new Attack("code of an enrolment, a hundred at the same time and the right one last");
        VirtualDocument document = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, SELF);
        VirtualCitizen citizen = world.citizen(document, SELF);
        toTheDocument(citizen);
        citizen.readDocument();
        citizen.goOn("enrol-document-verified");
        citizen.showFace(new TurningHead(SELF));
        citizen.submit(Map.of("mobile", world.mobileOf(citizen)));
        citizen.expect("enrol-sms-code");
        String code = world.smsCode(world.mobileOf(citizen));
        guessAll(attack, citizen, "enrol-sms-code", code);
        citizen.press("cancel");
    }

    @Test
    void theCodeOfAReader() {
        Attack attack = new Attack("code of a reader, a hundred at the same time and the right one last");
        VirtualCitizen citizen = world.citizen(SELF);
        toTheDocument(citizen);
        String code =
                new VirtualReader().claim(citizen.at().link("a[rel=reader]")).code();
        PageView page = citizen.at();
        guessAtOnce(attack, citizen, page, "reader_code", code, Problem.READER_CODE_WRONG);
        citizen.open(AtOnce.again(page));
        guessTheRest(attack, citizen, "enrol-reader", "reader_code", code);
        attack.neverGotThrough(AT_ONCE + 7);
        citizen.press("cancel");
    }

    @Test
    void theCodeThatConfirms() {
        Attack attack = new Attack("code that confirms a freeze, a hundred at the same time and the right one last");
        VirtualCitizen citizen = enrolled();
        citizen.open(own("freeze-id"));
        citizen.expect("confirm");
        int before = world.texts(world.mobileOf(citizen)).size();
        citizen.press("code");
        citizen.expect("confirm-code");
        String code = world.smsCode(world.mobileOf(citizen), before);
        guessAll(attack, citizen, "confirm-code", code);
        assertThat(database.query("select count(*) from cid_frozen where user_id = '"
                        + world.vault().newestUser() + "'"))
                .containsExactly("0");
    }

    @Test
    void theCodeOfAnotherNumber() {
        Attack attack = new Attack("code of a number to change to, a hundred at the same time and the right one last");
        VirtualCitizen citizen = enrolled();
        String other = world.freshMobile();
        citizen.open(own("change-mobile-number"));
        citizen.submit(Map.of("mobile", other));
        citizen.expect("change-mobile-code");
        guessAll(attack, citizen, "change-mobile-code", world.smsCode(other));
        citizen.browser().forgetEverything();
        citizen.open(world.button(0));
        citizen.submit(Map.of("username", other, "password", world.passwordOf(citizen)));
        assertThat(citizen.at().problem()).contains(Problem.CREDENTIALS_INVALID.code());
    }

    /** Texts at the operator's cost (SMS pumping): whoever is signed in may have ten sent a day, to whatever numbers. */
    @Test
    void oneCitizenTextsManyNumbers() {
        VirtualCitizen citizen = enrolled();
        List<String> numbers =
                IntStream.range(0, 13).mapToObj(i -> world.freshMobile()).toList();
        citizen.open(own("change-mobile-number"));
        for (String number : numbers) {
            citizen.submit(Map.of("mobile", number));
            if (citizen.at().is("change-mobile-code")) {
                citizen.press("other_number");
            }
        }
        assertThat(citizen.at().problem()).contains(Problem.SMS_RATE_LIMITED.code());
        Attack attack = new Attack("texts to chosen numbers beyond the ten of a day");
        numbers.subList(10, 13)
                .forEach(number -> attack.tried(!world.texts(number).isEmpty()));
        attack.neverGotThrough(3);
        assertThat(numbers.subList(0, 10))
                .allSatisfy(number -> assertThat(world.texts(number)).hasSize(1));
    }

    private static void guessAll(Attack attack, VirtualCitizen citizen, String template, String code) {
        guessAtOnce(attack, citizen, citizen.at(), "sms_code", code, Problem.SMS_CODE_WRONG);
        citizen.open(AtOnce.again(citizen.at()));
        citizen.expect(template);
        guessTheRest(attack, citizen, template, "sms_code", code);
        attack.neverGotThrough(AT_ONCE + 7);
    }

    private URI own(String action) {
        return URI.create(world.issuer() + "/my-id/actions/" + action);
    }

    /** Wrong codes at the same time: none gets on, and no more are told apart from "none left" than there are tries. */
    private static void guessAtOnce(
            Attack attack, VirtualCitizen citizen, PageView page, String field, String right, Problem wrong) {
        List<Callable<HttpResponse<String>>> guesses = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String guess = "%06d".formatted((Integer.parseInt(right) + 1 + i) % 1_000_000);
            guesses.add(AtOnce.form(citizen.browser(), page, Map.of(field, guess, "cross_device", "yes")));
        }
        int compared = 0;
        for (HttpResponse<String> answer : AtOnce.all(guesses)) {
            attack.tried(AtOnce.hasCode(answer));
            compared += AtOnce.problem(answer).equals(wrong.code()) ? 1 : 0;
        }
        System.out.printf("attack: %s: %d of %d were told that they are wrong%n", field, compared, AT_ONCE);
        assertThat(compared).isLessThanOrEqualTo(5);
    }

    /** However many of those were looked at: all tries are used up now, and the right code comes too late. */
    private static void guessTheRest(
            Attack attack, VirtualCitizen citizen, String template, String field, String right) {
        for (int i = 0; i < 7; i++) {
            String guess = i == 6 ? right : "%06d".formatted((Integer.parseInt(right) + 500 + i) % 1_000_000);
            if (citizen.at().is(template)) {
                citizen.submit(Map.of(field, guess, "cross_device", "yes"));
            }
            attack.tried(citizen.at().problem().isEmpty());
        }
    }

    private void toTheDocument(VirtualCitizen citizen) {
        citizen.open(world.button(0));
        citizen.register();
        citizen.agree();
        citizen.chooseDocument(DocumentType.RESIDENT_ID_CARD);
    }

    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        world.letSmsLimitsPass();
        return citizen;
    }

    private PageView signIn(Browser browser, String number, String password) {
        PageView login = browser.get(AtOnce.requestOf(world.button(0)));
        assertThat(login.is("login")).as("stands at " + login).isTrue();
        return AtOnce.submit(browser, login, Map.of("username", number, "password", password));
    }
}
