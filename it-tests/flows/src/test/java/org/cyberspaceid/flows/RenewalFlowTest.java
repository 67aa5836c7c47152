package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** A document ends: its holder hears of it in time, and the next one keeps the ID and every number. */
class RenewalFlowTest {
    private static final Portrait SELF = Portraits.all().get(0);
    private static final Portrait OTHER = Portraits.all().get(1);

    private final World world = World.get();
    private final Database database = new Database(world.jdbcUrl());

    @Test
    void theNewDocumentKeepsTheIdAndItsNumbers() {
        VirtualDocument first = world.documentUntil(
                DocumentType.RESIDENT_ID_CARD, LocalDate.now().plusDays(5), SELF);
        VirtualCitizen citizen = world.citizen(first, SELF);
        citizen.enrol(world.button(0));
        String user = world.vault().newestUser();
        JsonNode before = world.received(citizen, 0);
        remindedOnce(citizen, "7 天");
        assertThat(reminders(user)).as("nothing more to say").isEmpty();

        VirtualDocument next = renew(first);
        assertThat(errors(user, "UPDATE_PROFILE")).containsExactly((String) null);
        assertThat(reminders(user)).as("from the beginning").containsExactly("0");
        assertThat(world.haystack()
                        .find(Needle.text(
                                "expiry", first.expiresOn().plusYears(10).toString())))
                .isEmpty();
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        citizen.signIn(world.button(0));
        JsonNode after = world.received(citizen, 0);
        assertThat(after.path("sub").asText()).isEqualTo(before.path("sub").asText());
        assertThat(after.path("id_token").path("identity_verified").asBoolean()).isTrue();

        renewAgainWithTheSame(next);
    }

    /** A second walk with a document that the ID has already. */
    private void renewAgainWithTheSame(VirtualDocument next) {
        VirtualCitizen again = world.citizen(next, SELF);
        toTheCamera(again);
        again.showFace(new TurningHead(SELF));
        again.expect("enrol-existing");
    }

    @Test
    void somebodyElsesFaceRenewsNothing() {
        VirtualDocument first = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, SELF);
        world.citizen(first, SELF).enrol(world.button(0));
        String user = world.vault().newestUser();
        VirtualCitizen thief = world.citizen(world.issuedAgain(first, SELF), OTHER);
        toTheCamera(thief);
        thief.showFace(new TurningHead(OTHER));
        assertThat(thief.at().problem()).contains(Problem.FACE_NOT_MATCHING.code());
        assertThat(errors(user, "UPDATE_PROFILE")).isEmpty();
    }

    @Test
    void aReminderComesOnceAndNotToWhomTheNumberBelongsNow() {
        VirtualDocument document = world.documentUntil(
                DocumentType.RESIDENT_ID_CARD, LocalDate.now().plusDays(59), SELF);
        VirtualCitizen citizen = world.citizen(document, SELF);
        citizen.enrol(world.button(0));
        remindedOnce(citizen, "60 天");
        String user = world.vault().newestUser();
        assertThat(reminders(user)).containsExactly("1");

        world.sql("update cid_identity set mobile_index = null where user_id = '" + user + "'");
        world.sql("update cid_expiry_reminder set reminded = 0, look_on = 0 where user_id = '" + user + "'");
        world.eventually(
                Duration.ofSeconds(20), () -> assertThat(reminders(user)).containsExactly("1"));
        assertThat(reminding(citizen)).hasSize(1);
    }

    private void remindedOnce(VirtualCitizen citizen, String days) {
        world.eventually(
                Duration.ofSeconds(30),
                () -> assertThat(reminding(citizen))
                        .singleElement()
                        .asString()
                        .contains(days)
                        .doesNotContain("http", "陈"));
        pauseForAnotherLook();
        assertThat(reminding(citizen)).hasSize(1);
    }

    private List<String> reminding(VirtualCitizen citizen) {
        return world.texts(world.mobileOf(citizen)).stream()
                .filter(text -> text.contains("到期"))
                .toList();
    }

    private static void pauseForAnotherLook() {
        try {
            Thread.sleep(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private VirtualDocument renew(VirtualDocument before) {
        VirtualDocument next = world.issuedAgain(before, SELF);
        VirtualCitizen again = world.citizen(next, SELF);
        toTheCamera(again);
        again.showFace(new TurningHead(SELF));
        again.expect("enrol-renewed");
        world.expectRefusal(Problem.DOCUMENT_RENEWED);
        return next;
    }

    private void toTheCamera(VirtualCitizen citizen) {
        citizen.open(world.button(0));
        citizen.register();
        citizen.agree();
        citizen.proveDocument();
        citizen.expect("enrol-face");
    }

    private List<String> reminders(String user) {
        return database.query("select reminded from cid_expiry_reminder where user_id = '" + user + "'");
    }

    private List<String> errors(String user, String type) {
        try (Keycloak admin = world.admin()) {
            return admin.realm("cyberspace-id").getEvents(List.of(type), null, user, null, null, null, 0, 10).stream()
                    .map(EventRepresentation::getError)
                    .toList();
        }
    }
}
