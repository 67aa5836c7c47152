package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;

/** Access lost, and proved anew by document and live face; and everything that is not enough for it. */
class RecoveryFlowTest {
    private static final String NEW_PASSWORD = "61927405";
    private static final Duration THREE_DAYS = Duration.ofHours(72);
    private static final Portrait SELF = Portraits.all().get(0);
    private static final Portrait OTHER = Portraits.all().get(1);
    private static final int RIVALS = 3;
    private static final int AT_ONCE = 100;

    private final World world = World.get();

    @Test
    void afterThreeDaysDocumentAndFaceGiveANewPasswordAndNumberAndEndAllElse() {
        Lost lost = Lost.enrolled(world, SELF);
        VirtualCitizen elsewhere = lost.citizen();
        VirtualCitizen citizen = lost.again(SELF);
        String newNumber = world.freshMobile();

        Lost.prove(world, citizen, SELF);
        citizen.expect("recovery-waits");
        assertThat(lost.waiting()).isEqualTo(1);
        lost.toldTheOldNumber("找回登录");
        assertThat(lost.errors("RESET_PASSWORD_ERROR")).containsExactly(Problem.RECOVERY_WAITING.code());
        assertThat(lost.credentials()).as("nothing has changed yet").isEqualTo(lost.passwordSetAt());
        nothingReadable(lost, lost.mobile(), lost.password());
        citizen.press("cancel");

        Lost.prove(world, citizen, SELF);
        citizen.expect("recovery-waits");
        assertThat(lost.waiting()).as("one, whoever comes again").isEqualTo(1);

        lost.letPass(THREE_DAYS.minusMinutes(30));
        Lost.prove(world, citizen, SELF);
        citizen.expect("recovery-waits");

        lost.letPass(Duration.ofMinutes(30));
        Lost.prove(world, citizen, SELF);
        citizen.giveMobile(newNumber);
        citizen.choosePassword(NEW_PASSWORD);
        citizen.goOn("recovery-done");
        citizen.consent();
        assertThat(world.received(citizen, 0).path("sub").asText())
                .as("the same number")
                .isEqualTo(lost.number());

        assertThat(lost.waiting()).isZero();
        nothingReadable(lost, newNumber, NEW_PASSWORD);
        assertThat(lost.errors("RESET_PASSWORD")).containsExactly((String) null);
        lost.toldTheOldNumber("重新设置");
        assertThat(world.userinfo(lost.accessToken()).statusCode())
                .as("a token of before")
                .isEqualTo(401);
        elsewhere.open(world.button(1));
        elsewhere.expect("login");
        world.letSmsLimitsPass();
        elsewhere.typeCredentials(lost.mobile(), lost.password());
        assertThat(elsewhere.at().problem()).contains(Problem.CREDENTIALS_INVALID.code());
        int before = world.texts(newNumber).size();
        elsewhere.submit(Map.of("username", newNumber, "password", NEW_PASSWORD));
        elsewhere.expect("sign-in-sms-code");
        elsewhere.submit(Map.of("sms_code", world.smsCode(newNumber, before)));
        elsewhere.consent();
        assertThat(world.isSignedIn(elsewhere, 1)).isTrue();
    }

    @Test
    void onADeviceThatTheAccountKnowsNobodyWaits() {
        Lost lost = Lost.enrolled(world, SELF);
        world.letSmsLimitsPass();
        world.remember(lost.citizen());
        world.endSessions();
        Lost.prove(world, lost.citizen(), SELF);
        lost.citizen().giveMobile(world.freshMobile());
        lost.citizen().choosePassword(NEW_PASSWORD);
        lost.citizen().goOn("recovery-done");
        assertThat(lost.waiting()).isZero();
        assertThat(lost.credentials()).isNotEqualTo(lost.passwordSetAt());
    }

    @Test
    void somebodyElsesKnownDeviceDoesNotHelp() {
        Lost lost = Lost.enrolled(world, SELF);
        Lost other = Lost.enrolled(world, OTHER);
        world.letSmsLimitsPass();
        world.remember(other.citizen());
        world.endSessions();
        VirtualCitizen citizen = world.citizenInTheBrowserOf(other.citizen(), lost.document(), SELF);
        Lost.prove(world, citizen, SELF);
        citizen.expect("recovery-waits");
        assertThat(lost.waiting()).isEqualTo(1);
        assertThat(other.waiting()).isZero();
    }

    @Test
    void somebodyElsesFaceLearnsNothingAndGetsNothing() {
        Lost lost = Lost.enrolled(world, SELF);
        VirtualCitizen thief = lost.again(OTHER);
        VirtualCitizen stranger = world.citizen(SELF);
        for (VirtualCitizen citizen : List.of(thief, stranger)) {
            Lost.toTheCamera(world, citizen);
        }
        assertThat(shown(thief.at())).as("with an ID and without").isEqualTo(shown(stranger.at()));
        thief.showFace(new TurningHead(OTHER));
        assertThat(thief.at().problem()).contains(Problem.FACE_NOT_MATCHING.code());
        stranger.showFace(new TurningHead(OTHER));
        assertThat(shown(stranger.at())).isEqualTo(shown(thief.at()));
        expectRefusal(Problem.FACE_NOT_MATCHING);
        assertThat(lost.waiting()).isZero();

        stranger.goOn("enrol-problem");
        stranger.showFace(new TurningHead(SELF));
        assertThat(stranger.at().problem()).as("document and face were proved").contains(Problem.RECOVERY_NO_ID.code());
    }

    @Test
    void aDocumentWithAnotherPortraitIsNotEnoughWhereTheFeaturesOfTheFaceAreKept() {
        VirtualDocument document = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, SELF);
        VirtualCitizen owner = world.citizen(document, SELF);
        owner.enrolAndLetFaceBeKept(world.button(0));
        String user = world.vault().newestUser();
        VirtualCitizen citizen = world.citizen(world.issuedAgain(document, OTHER), OTHER);
        Lost.prove(world, citizen, OTHER);
        citizen.expect("enrol-face");
        citizen.showFace(new TurningHead(OTHER));
        assertThat(citizen.at().problem()).contains(Problem.FACE_NOT_MATCHING.code());
        assertThat(Lost.waiting(world, user)).isZero();

        // The authority knows only the newest document of a number.
        VirtualCitizen self = world.citizen(world.issuedAgain(document, SELF), SELF);
        Lost.prove(world, self, SELF);
        self.expect("enrol-face");
        self.showFace(new TurningHead(SELF));
        self.expect("recovery-waits");
        assertThat(Lost.waiting(world, user)).isEqualTo(1);
    }

    @Test
    void aTextMessageAloneOpensNothing() {
        Lost lost = Lost.enrolled(world, SELF);
        VirtualCitizen citizen = lost.again(SELF);
        Lost.toTheCamera(world, citizen);
        citizen.submit(Map.of("mobile", world.freshMobile(), "sms_code", "000000", "password-new", NEW_PASSWORD));
        citizen.expect("enrol-face");
        citizen.press("stop_recovery");
        citizen.expect("enrol-face");
        assertThat(lost.credentials()).isEqualTo(lost.passwordSetAt());
    }

    @Test
    void aRightPasswordAloneDoesNotBecomeASignInByWayOfTheseSteps() {
        Lost lost = Lost.enrolled(world, SELF);
        for (String wish : List.of("", "&recover=yes")) {
            VirtualCitizen citizen = world.citizen(lost.document(), SELF);
            citizen.open(world.button(0));
            URI registration = citizen.at().link("a[href*=registration]");
            world.letSmsLimitsPass();
            citizen.submit(Map.of("username", lost.mobile(), "password", lost.password()));
            citizen.expect("sign-in-sms-code");
            citizen.open(URI.create(registration + wish));
            citizen.expect(wish.isEmpty() ? "enrol-notice" : "recovery-start");
        }
    }

    @Test
    void ofManyAtOnceExactlyOneWins() {
        Lost lost = Lost.enrolled(world, SELF);
        Lost.prove(world, lost.again(SELF), SELF);
        lost.letPass(THREE_DAYS.plusMinutes(1));
        List<VirtualCitizen> rivals = new ArrayList<>();
        List<Callable<HttpResponse<String>>> submissions = new ArrayList<>();
        for (int rival = 0; rival < RIVALS; rival++) {
            VirtualCitizen citizen = lost.again(SELF);
            Lost.prove(world, citizen, SELF);
            citizen.giveMobile(world.freshMobile());
            citizen.expect("enrol-password");
            rivals.add(citizen);
        }
        Map<String, String> typed = Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD);
        for (int i = 0; i < AT_ONCE; i++) {
            VirtualCitizen rival = rivals.get(i % RIVALS);
            submissions.add(AtOnce.form(rival.browser(), rival.at(), typed));
        }
        Set<String> answered =
                AtOnce.all(submissions).stream().map(AtOnce::problem).collect(Collectors.toSet());
        assertThat(answered).contains(Problem.RECOVERY_OVERTAKEN.code());

        Attack attack = new Attack("parallel recoveries");
        List<String> won = lost.errors("RESET_PASSWORD");
        for (int i = 0; i < AT_ONCE; i++) {
            attack.tried(i < won.size());
        }
        attack.gotThroughExactlyOnce(AT_ONCE);
    }

    /** What the page says, without what differs by the minute. */
    private static String shown(PageView page) {
        return page.template() + " " + page.problem() + " "
                + page.html().select("main").text();
    }

    /** In no table and no log. */
    private void nothingReadable(Lost lost, String mobile, String password) {
        Haystack haystack = world.haystack();
        for (Needle needle : List.of(
                Needle.text("document number", lost.document().number()),
                Needle.text("mobile number", mobile.substring("+86".length())),
                Needle.text("password", password))) {
            assertThat(haystack.find(needle)).isEmpty();
        }
    }

    private void expectRefusal(Problem problem) {
        world.eventually(
                Duration.ofSeconds(5),
                () -> assertThat(Lost.errors(world, null, "RESET_PASSWORD_ERROR"))
                        .contains(problem.code()));
    }
}
