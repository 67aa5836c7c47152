package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** Access lost, and proved anew by document and live face; and everything that is not enough for it. */
class RecoveryFlowTest {
    private static final String NEW_PASSWORD = "61927405";
    private static final Duration THREE_DAYS = Duration.ofHours(72);
    private static final Portrait SELF = Portraits.all().get(0);
    private static final Portrait OTHER = Portraits.all().get(1);

    private final World world = World.get();

    @Test
    void afterThreeDaysDocumentAndFaceGiveANewPasswordAndNumberAndEndAllElse() {
        Lost lost = enrolled(SELF);
        VirtualCitizen elsewhere = lost.citizen;
        VirtualCitizen citizen = again(lost, SELF);
        String newNumber = world.freshMobile();

        prove(citizen, SELF);
        citizen.expect("recovery-waits");
        assertThat(waiting(lost)).isEqualTo(1);
        toldTheOldNumber(lost, "找回登录");
        assertThat(events(lost, "RESET_PASSWORD_ERROR")).containsExactly(Problem.RECOVERY_WAITING.code());
        assertThat(credentials(lost)).as("nothing has changed yet").isEqualTo(lost.passwordSetAt);
        nothingReadable(lost, lost.mobile, lost.password);
        citizen.press("cancel");

        prove(citizen, SELF);
        citizen.expect("recovery-waits");
        assertThat(waiting(lost)).as("one, whoever comes again").isEqualTo(1);

        letPass(lost, THREE_DAYS.minusMinutes(30));
        prove(citizen, SELF);
        citizen.expect("recovery-waits");

        letPass(lost, Duration.ofMinutes(30));
        prove(citizen, SELF);
        citizen.giveMobile(newNumber);
        citizen.choosePassword(NEW_PASSWORD);
        citizen.goOn("recovery-done");
        citizen.consent();
        assertThat(world.received(citizen, 0).path("sub").asText())
                .as("the same number")
                .isEqualTo(lost.number);

        assertThat(waiting(lost)).isZero();
        nothingReadable(lost, newNumber, NEW_PASSWORD);
        assertThat(events(lost, "RESET_PASSWORD")).containsExactly((String) null);
        toldTheOldNumber(lost, "重新设置");
        assertThat(userinfoOf(lost)).as("a token of before").isEqualTo(401);
        elsewhere.open(world.button(1));
        elsewhere.expect("login");
        world.letSmsLimitsPass();
        elsewhere.typeCredentials(lost.mobile, lost.password);
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
        Lost lost = enrolled(SELF);
        world.letSmsLimitsPass();
        world.remember(lost.citizen);
        world.endSessions();
        prove(lost.citizen, SELF);
        lost.citizen.giveMobile(world.freshMobile());
        lost.citizen.choosePassword(NEW_PASSWORD);
        lost.citizen.goOn("recovery-done");
        assertThat(waiting(lost)).isZero();
        assertThat(credentials(lost)).isNotEqualTo(lost.passwordSetAt);
    }

    @Test
    void somebodyElsesKnownDeviceDoesNotHelp() {
        Lost lost = enrolled(SELF);
        Lost other = enrolled(OTHER);
        world.letSmsLimitsPass();
        world.remember(other.citizen);
        world.endSessions();
        VirtualCitizen citizen = world.citizenInTheBrowserOf(other.citizen, lost.document, SELF);
        prove(citizen, SELF);
        citizen.expect("recovery-waits");
        assertThat(waiting(lost)).isEqualTo(1);
        assertThat(waiting(other)).isZero();
    }

    @Test
    void somebodyElsesFaceLearnsNothingAndGetsNothing() {
        Lost lost = enrolled(SELF);
        VirtualCitizen thief = again(lost, OTHER);
        VirtualCitizen stranger = world.citizen(SELF);
        for (VirtualCitizen citizen : List.of(thief, stranger)) {
            toTheCamera(citizen);
        }
        assertThat(shown(thief.at())).as("with an ID and without").isEqualTo(shown(stranger.at()));
        thief.showFace(new TurningHead(OTHER));
        assertThat(thief.at().problem()).contains(Problem.FACE_NOT_MATCHING.code());
        stranger.showFace(new TurningHead(OTHER));
        assertThat(shown(stranger.at())).isEqualTo(shown(thief.at()));
        expectRefusal(Problem.FACE_NOT_MATCHING);
        assertThat(waiting(lost)).isZero();

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
        prove(citizen, OTHER);
        citizen.expect("enrol-face");
        citizen.showFace(new TurningHead(OTHER));
        assertThat(citizen.at().problem()).contains(Problem.FACE_NOT_MATCHING.code());
        assertThat(waiting(user)).isZero();

        // The authority knows only the newest document of a number.
        VirtualCitizen self = world.citizen(world.issuedAgain(document, SELF), SELF);
        prove(self, SELF);
        self.expect("enrol-face");
        self.showFace(new TurningHead(SELF));
        self.expect("recovery-waits");
        assertThat(waiting(user)).isEqualTo(1);
    }

    @Test
    void aTextMessageAloneOpensNothing() {
        Lost lost = enrolled(SELF);
        VirtualCitizen citizen = again(lost, SELF);
        toTheCamera(citizen);
        citizen.submit(Map.of("mobile", world.freshMobile(), "sms_code", "000000", "password-new", NEW_PASSWORD));
        citizen.expect("enrol-face");
        citizen.press("stop_recovery");
        citizen.expect("enrol-face");
        assertThat(credentials(lost)).isEqualTo(lost.passwordSetAt);
    }

    @Test
    void aRightPasswordAloneDoesNotBecomeASignInByWayOfTheseSteps() {
        Lost lost = enrolled(SELF);
        for (String wish : List.of("", "&recover=yes")) {
            VirtualCitizen citizen = world.citizen(lost.document, SELF);
            citizen.open(world.button(0));
            URI registration = citizen.at().link("a[href*=registration]");
            world.letSmsLimitsPass();
            citizen.submit(Map.of("username", lost.mobile, "password", lost.password));
            citizen.expect("sign-in-sms-code");
            citizen.open(URI.create(registration + wish));
            citizen.expect(wish.isEmpty() ? "enrol-notice" : "recovery-start");
        }
    }

    @Test
    void whoSignsInOnAKnownDeviceStopsItAndWhoComesByCodeCannot() {
        Lost lost = enrolled(SELF);
        world.letSmsLimitsPass();
        world.remember(lost.citizen);
        world.endSessions();
        VirtualCitizen other = again(lost, SELF);
        prove(other, SELF);
        other.expect("recovery-waits");

        VirtualCitizen withCode = world.citizen(lost.document, SELF);
        withCode.open(world.button(0));
        world.letSmsLimitsPass();
        int before = world.texts(lost.mobile).size();
        withCode.submit(Map.of("username", lost.mobile, "password", lost.password));
        withCode.expect("sign-in-sms-code");
        withCode.submit(Map.of("sms_code", world.smsCode(lost.mobile, before)));
        assertThat(withCode.at().is("recovery-stop")).isFalse();
        world.endSessions();

        lost.citizen.open(world.button(0));
        lost.citizen.typeCredentials(lost.mobile, lost.password);
        lost.citizen.expect("recovery-stop");
        lost.citizen.goOn("recovery-stop");
        lost.citizen.consent();
        assertThat(world.isSignedIn(lost.citizen, 0)).isTrue();
        assertThat(waiting(lost)).isZero();
        assertThat(events(lost, "RESET_PASSWORD_ERROR"))
                .containsExactly(Problem.RECOVERY_STOPPED.code(), Problem.RECOVERY_WAITING.code());
        toldTheOldNumber(lost, "已取消");
    }

    @Test
    void whoShowsDocumentAndFaceStopsItToo() {
        Lost lost = enrolled(SELF);
        VirtualCitizen citizen = again(lost, SELF);
        prove(citizen, SELF);
        citizen.press("stop_recovery");
        assertThat(citizen.at().problem()).contains(Problem.RECOVERY_STOPPED.code());
        assertThat(waiting(lost)).isZero();
    }

    @Test
    void itWaitsThroughALossOfPowerAndEndsAfterItsTime() {
        Lost lost = enrolled(SELF);
        VirtualCitizen citizen = again(lost, SELF);
        prove(citizen, SELF);
        citizen.expect("recovery-waits");
        world.killEverythingAndStartAgain();
        assertThat(waiting(lost)).isEqualTo(1);

        letPass(lost, THREE_DAYS.plusDays(15));
        VirtualCitizen late = again(lost, SELF);
        prove(late, SELF);
        late.expect("recovery-waits");
        assertThat(database()
                        .query("select due_at > extract(epoch from now()) * 1000 from cid_recovery where user_id = '"
                                + lost.user + "'"))
                .as("from the beginning")
                .containsExactly("t");
    }

    @Test
    void ofManyAtOnceExactlyOneWins() throws Exception {
        Lost lost = enrolled(SELF);
        List<VirtualCitizen> rivals = new ArrayList<>();
        prove(again(lost, SELF), SELF);
        letPass(lost, THREE_DAYS.plusMinutes(1));
        for (int rival = 0; rival < 3; rival++) {
            VirtualCitizen citizen = again(lost, SELF);
            prove(citizen, SELF);
            citizen.giveMobile(world.freshMobile());
            citizen.expect("enrol-password");
            rivals.add(citizen);
        }
        ExecutorService threads = Executors.newFixedThreadPool(rivals.size());
        try {
            List<Future<PageView>> ends = new ArrayList<>();
            for (VirtualCitizen rival : rivals) {
                ends.add(threads.submit(() -> rival.choosePassword(NEW_PASSWORD)));
            }
            int won = 0;
            for (Future<PageView> end : ends) {
                won += end.get().is("recovery-done") ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(rivals)
                .filteredOn(rival -> !rival.at().is("recovery-done"))
                .allSatisfy(rival -> assertThat(rival.at().problem()).contains(Problem.RECOVERY_OVERTAKEN.code()));
        assertThat(events(lost, "RESET_PASSWORD")).hasSize(1);
    }

    /** Somebody who has an ID, and the browser in which they got it. */
    private record Lost(
            VirtualCitizen citizen,
            VirtualDocument document,
            String user,
            String number,
            String mobile,
            String password,
            String passwordSetAt,
            String accessToken) {}

    private Lost enrolled(Portrait face) {
        VirtualDocument document = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, face);
        VirtualCitizen citizen = world.citizen(document, face);
        world.letSmsLimitsPass();
        citizen.enrol(world.button(0));
        JsonNode received = world.received(citizen, 0);
        String user = world.vault().newestUser();
        return new Lost(
                citizen,
                document,
                user,
                received.path("sub").asText(),
                world.mobileOf(citizen),
                world.passwordOf(citizen),
                credentials(user),
                received.path("raw_access_token").asText());
    }

    /** The same document in a browser without a past. */
    private VirtualCitizen again(Lost lost, Portrait face) {
        return world.citizen(lost.document, face);
    }

    private void toTheCamera(VirtualCitizen citizen) {
        citizen.open(world.button(0));
        citizen.cannotSignIn();
        citizen.proveDocument();
        citizen.expect("enrol-face");
    }

    private void prove(VirtualCitizen citizen, Portrait face) {
        toTheCamera(citizen);
        citizen.showFace(new TurningHead(face));
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
                Needle.text("document number", lost.document.number()),
                Needle.text("mobile number", mobile.substring("+86".length())),
                Needle.text("password", password))) {
            assertThat(haystack.find(needle)).isEmpty();
        }
    }

    private void toldTheOldNumber(Lost lost, String words) {
        world.eventually(
                Duration.ofSeconds(10),
                () -> assertThat(world.texts(lost.mobile))
                        .first()
                        .asString()
                        .contains(words)
                        .doesNotContain("http"));
    }

    private int userinfoOf(Lost lost) {
        HttpResponse<String> answer = world.userinfo(lost.accessToken);
        return answer.statusCode();
    }

    private void letPass(Lost lost, Duration time) {
        world.sql("update cid_recovery set due_at = due_at - " + time.toMillis() + ", ends_at = ends_at - "
                + time.toMillis() + " where user_id = '" + lost.user + "'");
    }

    /** Of the moment: after a kill it is another one. */
    private Database database() {
        return new Database(world.jdbcUrl());
    }

    private long waiting(Lost lost) {
        return waiting(lost.user);
    }

    private long waiting(String user) {
        return Long.parseLong(database()
                .query("select count(*) from cid_recovery where user_id = '" + user + "'")
                .get(0));
    }

    private String credentials(Lost lost) {
        return credentials(lost.user);
    }

    private String credentials(String user) {
        return database()
                .query("select created_date from credential where user_id = '" + user + "'")
                .get(0);
    }

    private void expectRefusal(Problem problem) {
        world.eventually(
                Duration.ofSeconds(5),
                () -> assertThat(errors(null, "RESET_PASSWORD_ERROR")).contains(problem.code()));
    }

    /** Newest first. */
    private List<String> events(Lost lost, String type) {
        return errors(lost.user, type);
    }

    private List<String> errors(String user, String type) {
        try (Keycloak admin = world.admin()) {
            return admin.realm("cyberspace-id").getEvents(List.of(type), null, user, null, null, null, 0, 10).stream()
                    .map(EventRepresentation::getError)
                    .toList();
        }
    }
}
