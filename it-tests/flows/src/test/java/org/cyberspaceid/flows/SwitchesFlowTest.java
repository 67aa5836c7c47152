package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The citizen's own switches: freeze, use again, delete. Confirmed, at once, for every session and token, and told to ISPs that listen. */
class SwitchesFlowTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Portrait SELF = Portraits.all().get(2);
    private static final Portrait OTHER = Portraits.all().get(7);

    private final World world = World.get();
    private final Database database = new Database(world.jdbcUrl());
    private final PlayedIsp isp = PlayedIsps.listening(world, "switches-" + System.nanoTime(), "localhost");

    @AfterEach
    void close() {
        isp.close();
    }

    @Test
    void aFrozenIdLetsNobodyInUntilItsOwnersFaceMatches() {
        VirtualCitizen citizen = world.citizen(SELF);
        JsonNode tokens = enrol(citizen, true);
        String user = world.vault().newestUser();

        citizen.open(action("freeze-id"));
        citizen.expect("confirm");
        assertThat(citizen.at().html().select("main button[name=action]").eachAttr("value"))
                .containsExactly("face", "cancel");
        citizen.press("code"); // a way that this page does not offer
        citizen.expect("confirm");
        citizen.press("face");
        otherFaceThreeTimes(citizen);
        assertThat(citizen.at().problem()).contains(Problem.FACE_ATTEMPTS_EXHAUSTED.code());
        world.eventually(
                SOON, () -> assertThat(errors("CUSTOM_REQUIRED_ACTION_ERROR")).contains("not_confirmed"));
        assertThat(isFrozen(user)).isFalse();
        assertThat(isp.refresh(tokens).has("access_token")).isTrue();

        citizen.press("face");
        face(citizen, SELF);
        citizen.expect("info");
        assertThat(isFrozen(user)).isTrue();
        expectNothingLeftOf(tokens);
        expectTold("account-disabled");

        String before = afterWrongPassword(world.citizen(SELF));
        assertThat(afterWrongPassword(citizen)).isEqualTo(before);
        signIn(citizen);
        citizen.expect("sign-in-frozen");
        assertThat(citizen.at().problem()).contains("id_frozen");
        world.expectLoginRefusal("id_frozen");
        citizen.press("cancel");

        citizen.browser().forgetEverything();
        signIn(citizen);
        citizen.goOn("sign-in-frozen");
        citizen.goOn("confirm-face"); // a browser that claims a match
        citizen.expect("confirm-face");
        assertThat(isFrozen(user)).isTrue();
        face(citizen, SELF);
        citizen.consent();
        assertThat(isp.tokens(citizen.at().address()).has("id_token")).isTrue();
        assertThat(isFrozen(user)).isFalse();
        expectTold("account-enabled");
    }

    @Test
    void withoutFaceOrPasskeyACodeConfirmsAndOnlyTheDocumentHelpsLater() {
        VirtualCitizen citizen = world.citizen(SELF);
        JsonNode tokens = enrol(citizen, false);
        String user = world.vault().newestUser();
        citizen.open(action("freeze-id"));
        sendCode(citizen);
        citizen.submit(Map.of("sms_code", "000000"));
        citizen.expect("confirm-code");
        assertThat(citizen.at().problem()).contains(Problem.SMS_CODE_WRONG.code());
        assertThat(isFrozen(user)).isFalse();
        citizen.press("cancel");
        citizen.expect("my-id");

        citizen.open(action("freeze-id"));
        String code = sendCode(citizen);
        citizen.submit(Map.of("sms_code", code));
        citizen.expect("info");
        expectNothingLeftOf(tokens);

        signIn(citizen);
        citizen.expect("sign-in-frozen");
        citizen.press("continue"); // a button that this page does not have
        citizen.expect("sign-in-frozen");
        assertThat(isFrozen(user)).isTrue();

        recoverAfterTheWait(citizen, user);
        assertThat(subject(isp.tokens(citizen.at().address()))).isEqualTo(subject(tokens));
        assertThat(isFrozen(user)).isFalse();
        expectTold("account-enabled");
    }

    /** From the page that says that the ID is frozen. */
    private void recoverAfterTheWait(VirtualCitizen citizen, String user) {
        for (int coming = 1; coming <= 2; coming++) {
            citizen.open(citizen.at().link("a[href*=recover]"));
            citizen.goOn("recovery-start");
            citizen.goOn("enrol-face-consent");
            citizen.proveDocument();
            citizen.showFace(new TurningHead(SELF));
            if (coming == 1) {
                citizen.expect("recovery-waits");
                assertThat(isFrozen(user)).isTrue();
                database.sql("update cid_recovery set due_at = 0 where user_id = '" + user + "'");
                signIn(citizen);
                citizen.expect("sign-in-frozen");
            }
        }
        world.letSmsLimitsPass();
        citizen.giveMobile(world.freshMobile());
        citizen.choosePassword("61927405");
        citizen.goOn("recovery-done");
        citizen.consent();
    }

    @Test
    void aNumberThatIsSomebodyElsesNowConfirmsNothing() {
        VirtualCitizen citizen = world.citizen(SELF);
        enrol(citizen, false);
        String user = world.vault().newestUser();
        world.sql("update cid_identity set mobile_index = null where user_id = '" + user + "'");
        int before = world.texts(world.mobileOf(citizen)).size();
        citizen.open(action("freeze-id"));
        if (citizen.at().is("change-mobile")) {
            citizen.press("cancel");
        }
        citizen.expect("confirm");
        assertThat(citizen.at().html().select("main button[name=action]").eachAttr("value"))
                .containsExactly("cancel");
        citizen.press("code"); // a way that this page does not offer
        citizen.expect("confirm");
        assertThat(world.texts(world.mobileOf(citizen))).hasSize(before);
        assertThat(isFrozen(user)).isFalse();
    }

    @Test
    void aDeletedIdIsGoneWithAllThatIsKeptAndComesBackWithTheSameNumber() {
        VirtualCitizen citizen = world.citizen(SELF);
        JsonNode tokens = enrol(citizen, true);
        String subject = subject(tokens);
        String user = world.vault().newestUser();

        citizen.open(action("delete-id"));
        assertThat(citizen.at().is("login") || citizen.at().is("confirm")).isTrue();
        if (citizen.at().is("login")) {
            world.letSmsLimitsPass();
            citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        }
        citizen.press("face");
        face(citizen, SELF);
        citizen.expect("info");
        for (String table :
                List.of("user_entity", "credential", "cid_identity", "cid_face_template", "cid_known_device")) {
            String column = table.equals("user_entity") ? "id" : "user_id";
            assertThat(database.query("select 1 from " + table + " where " + column + " = '" + user + "'"))
                    .as(table)
                    .isEmpty();
        }
        expectNothingLeftOf(tokens);
        expectTold("account-purged");
        world.eventually(SOON, () -> assertThat(errors("DELETE_ACCOUNT")).isNotEmpty());

        assertThat(afterWrongPassword(citizen)).isEqualTo(afterRightPassword(citizen));
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass(); // they outlive the ID
        JsonNode again = enrol(citizen, false);
        assertThat(subject(again)).isEqualTo(subject);
    }

    @Test
    void noIspStartsAnAction() {
        VirtualCitizen citizen = world.citizen(SELF);
        enrol(citizen, false);
        for (String action : List.of("freeze-id", "delete-id", "add-passkey")) {
            citizen.open(isp.signIn("openid", Map.of("kc_action", action)));
            assertThat(PlayedIsp.parameters(citizen.at().address())).containsEntry("error", "invalid_request");
        }
    }

    private JsonNode enrol(VirtualCitizen citizen, boolean faceKept) {
        world.letSmsLimitsPass();
        citizen.browser().stopBefore(isp.redirectUri());
        URI start = isp.signIn("openid", Map.of());
        if (faceKept) {
            citizen.enrolAndLetFaceBeKept(start);
        } else {
            citizen.enrol(start);
        }
        return isp.tokens(citizen.at().address());
    }

    private URI action(String id) {
        return URI.create(world.issuer() + "/my-id/actions/" + id);
    }

    private String sendCode(VirtualCitizen citizen) {
        world.letSmsLimitsPass();
        citizen.expect("confirm");
        int before = world.texts(world.mobileOf(citizen)).size();
        citizen.press("code");
        citizen.expect("confirm-code");
        return world.smsCode(world.mobileOf(citizen), before);
    }

    private static void face(VirtualCitizen citizen, Portrait portrait) {
        citizen.expect("confirm-face");
        citizen.beforeTheCamera(new TurningHead(portrait));
    }

    private static void otherFaceThreeTimes(VirtualCitizen citizen) {
        for (int attempt = 0; attempt < 3; attempt++) {
            face(citizen, OTHER);
        }
        citizen.expect("confirm");
    }

    private void signIn(VirtualCitizen citizen) {
        citizen.browser().forgetEverything();
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signIn("openid", Map.of()));
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
    }

    private String afterWrongPassword(VirtualCitizen citizen) {
        return answer(citizen, "40718264");
    }

    private String afterRightPassword(VirtualCitizen citizen) {
        return answer(citizen, world.passwordOf(citizen));
    }

    /** The words of the page after number and password. */
    private String answer(VirtualCitizen citizen, String password) {
        citizen.browser().forgetEverything();
        citizen.open(isp.signIn("openid", Map.of()));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", password));
        return citizen.at().html().select("main").text();
    }

    private void expectNothingLeftOf(JsonNode tokens) {
        assertThat(isp.refresh(tokens).path("error").asText()).isEqualTo("invalid_grant");
        assertThat(isp.introspect(tokens.path("access_token").asText())
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(isp.userinfo(tokens).has("sub")).isFalse();
    }

    private void expectTold(String event) {
        database.sql("update cid_security_event set due_at = 0");
        world.eventually(
                SOON,
                () -> assertThat(isp.securityEvents())
                        .extracting(
                                token -> PlayedIsp.claims(token).path("events").toString())
                        .anyMatch(events -> events.contains("/" + event + "\"")));
    }

    private boolean isFrozen(String user) {
        return !database.query("select 1 from cid_frozen where user_id = '" + user + "'")
                .isEmpty();
    }

    private List<String> errors(String type) {
        return database.query("select coalesce(error, '') from event_entity where type = '" + type
                + "' order by event_time desc limit 10");
    }

    private static String subject(JsonNode tokens) {
        return PlayedIsp.claims(tokens.path("id_token").asText()).path("sub").asText();
    }
}
