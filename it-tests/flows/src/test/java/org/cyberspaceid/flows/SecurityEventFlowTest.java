package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/** ISPs that a person agreed to, and that want to know, hear of the end of the ID, under their own number; others hear nothing. */
class SecurityEventFlowTest {
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static World world;
    private static Database database;
    private static PlayedIsp used;
    private static PlayedIsp usedToo;
    private static PlayedIsp notUsed;

    private int heard;

    @BeforeAll
    static void register() {
        world = World.get();
        database = new Database(world.jdbcUrl());
        used = PlayedIsps.listening(world, "hears-one", "localhost");
        usedToo = PlayedIsps.listening(world, "hears-two", "127.0.0.1");
        notUsed = PlayedIsps.listening(world, "hears-nothing", "localhost");
    }

    @AfterAll
    static void close() {
        List.of(used, usedToo, notUsed).forEach(PlayedIsp::close);
    }

    @BeforeEach
    void count() {
        heard = used.securityEvents().size();
    }

    @Test
    void theEndIsToldOnceTheIspAnswersAndThePersonIsNowhereMeanwhile() {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(6));
        String subject = enrolAt(used, citizen);
        String user = world.vault().newestUser();
        used.answerEvents(503);
        long before = Instant.now().getEpochSecond();
        try (Keycloak admin = world.admin()) {
            admin.realm("cyberspace-id").users().get(user).remove();
        }
        hold();
        assertThat(waiting()).isEqualTo(1);
        nothingIsToldByTheQueue(user, subject);

        letTimePass();
        world.eventually(SOON, () -> assertThat(newEvents(used)).hasSize(1));
        assertThat(waiting()).as("tried again later").isEqualTo(1);
        nothingIsToldByTheQueue(user, subject);
        assertThat(database.query("select attempts || ' ' || (due_at > extract(epoch from now()) * 1000 + 30000)"
                        + " from cid_security_event"))
                .containsExactly("1 true");

        used.answerEvents(202);
        letTimePass();
        world.eventually(SOON, () -> assertThat(waiting()).isZero());
        List<String> tokens = newEvents(used);
        assertThat(tokens).hasSize(2);
        expect(tokens.get(1), used, subject, "account-purged", before);
        assertThat(PlayedIsp.claims(tokens.get(0))).as("the same token").isEqualTo(PlayedIsp.claims(tokens.get(1)));
        assertThat(notUsed.securityEvents()).isEmpty();
    }

    @Test
    void disablingIsToldOnceAndOtherChangesAreNot() {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(7));
        String subject = enrolAt(used, citizen);
        String user = world.vault().newestUser();
        long before = Instant.now().getEpochSecond();
        try (Keycloak admin = world.admin()) {
            UserResource person = admin.realm("cyberspace-id").users().get(user);
            set(person, true);
            assertThat(waiting()).as("an update that disables nobody").isZero();
            set(person, false);
            hold();
            assertThat(waiting()).isEqualTo(1);
            set(person, false);
            assertThat(waiting()).as("disabled before").isEqualTo(1);
            set(person, true);
            assertThat(waiting()).isEqualTo(1);
        }
        letTimePass();
        world.eventually(SOON, () -> assertThat(waiting()).isZero());
        assertThat(newEvents(used)).hasSize(1);
        expect(newEvents(used).get(0), used, subject, "account-disabled", before);
        assertThat(notUsed.securityEvents()).isEmpty();
    }

    @Test
    void whoReportsMisuseIsSignedOutAndEachIspIsToldInItsOwnWords() {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(6));
        String one = enrolAt(used, citizen);
        citizen.browser().stopBefore(usedToo.redirectUri());
        citizen.signIn(usedToo.signIn("openid", Map.of()));
        String two = subject(usedToo, citizen);
        int heardByTheOther = usedToo.securityEvents().size();
        long before = Instant.now().getEpochSecond();

        world.letSmsLimitsPass();
        citizen.signIn(URI.create(world.issuer() + "/my-services"));
        citizen.expect("my-services");
        assertThat(citizen.at().html().select("details button[value=report_compromise]"))
                .hasSize(1);
        citizen.press("report_compromise");
        hold();
        citizen.expect("info");
        citizen.browser().stopBefore(used.redirectUri());
        assertThat(citizen.open(used.signIn("openid", Map.of())).is("login"))
                .as("signed out")
                .isTrue();

        assertThat(waiting()).isEqualTo(2);
        assertThat(database.query("select distinct due_at / 1000 from cid_security_event"))
                .as("seconds")
                .hasSize(2);
        letTimePass();
        world.eventually(SOON, () -> assertThat(waiting()).isZero());
        String atOne = newEvents(used).get(0);
        String atTwo = usedToo.securityEvents().get(heardByTheOther);
        JsonNode details = expect(atOne, used, one, "credential-compromise", before);
        assertThat(details.toString()).isEqualTo("{\"credential_type\":\"password\"}");
        expect(atTwo, usedToo, two, "credential-compromise", before);
        assertThat(one).isNotEqualTo(two);
        assertNothingInCommon(PlayedIsp.claims(atOne), PlayedIsp.claims(atTwo));
        assertThat(notUsed.securityEvents()).isEmpty();
    }

    private static JsonNode expect(String token, PlayedIsp isp, String subject, String event, long before) {
        assertThat(new Jwks(world.issuer()).verify(token)).as("signature").isTrue();
        assertThat(Jwks.header(token).path("typ").asText()).isEqualTo("secevent+jwt");
        JsonNode claims = PlayedIsp.claims(token);
        assertThat(claims.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("iss", "jti", "iat", "aud", "sub_id", "events");
        assertThat(claims.path("iss").asText()).isEqualTo(world.issuer());
        assertThat(claims.path("aud").asText()).isEqualTo(isp.clientId());
        assertThat(claims.path("iat").asLong()).isBetween(before, before + 180);
        assertThat(claims.path("jti").asText()).hasSize(22);
        assertThat(claims.path("sub_id"))
                .isEqualTo(Answers.json(
                        "{\"format\":\"iss_sub\",\"iss\":\"" + world.issuer() + "\",\"sub\":\"" + subject + "\"}"));
        assertThat(claims.path("events").fieldNames()).toIterable().containsExactly(RISC + event);
        return claims.path("events").path(RISC + event);
    }

    private static void assertNothingInCommon(JsonNode one, JsonNode two) {
        for (String claim : List.of("jti", "iat", "aud", "sub_id")) {
            assertThat(one.path(claim)).as(claim).isNotEqualTo(two.path(claim));
        }
    }

    /** Neither in clear nor in any encoding, in the table or anywhere else. */
    private static void nothingIsToldByTheQueue(String user, String subject) {
        String rows = database.query("select encode(id, 'hex') || ' ' || realm_id || ' ' || due_at || ' ' || attempts"
                        + " || ' ' || encode(sealed, 'escape') from cid_security_event")
                .toString();
        for (String secret : List.of(user, subject, used.clientId(), "account-purged")) {
            Needle.text("", secret)
                    .forms()
                    .values()
                    .forEach(form -> assertThat(rows).doesNotContain(form));
        }
        assertThat(world.haystack().find(Needle.text("sub", subject))).isEmpty();
        assertThat(database.query("select distinct length(sealed) from cid_security_event"))
                .hasSize(1);
    }

    private String enrolAt(PlayedIsp isp, VirtualCitizen citizen) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn("openid", Map.of()));
        return subject(isp, citizen);
    }

    private static String subject(PlayedIsp isp, VirtualCitizen citizen) {
        JsonNode tokens = isp.tokens(citizen.at().address());
        return PlayedIsp.claims(tokens.path("id_token").asText()).path("sub").asText();
    }

    private static void set(UserResource person, boolean enabled) {
        UserRepresentation changed = person.toRepresentation();
        changed.setEnabled(enabled);
        person.update(changed);
    }

    private List<String> newEvents(PlayedIsp isp) {
        return isp.securityEvents().stream().skip(heard).toList();
    }

    private static int waiting() {
        return Integer.parseInt(
                database.query("select count(*) from cid_security_event").get(0));
    }

    /** Nothing is sent by its own time while a test looks. */
    private static void hold() {
        database.sql("update cid_security_event set due_at = due_at + 3600000");
    }

    /** As if the second that a message waits for, or the minutes after a failure, had come. */
    private static void letTimePass() {
        database.sql("update cid_security_event set due_at = 0");
    }
}
