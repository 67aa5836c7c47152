package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keycloak asks the sandbox's registry over HTTPS with client certificates, as it would a real one. Only its yes lets a document count. */
class PopulationRegistryFlowTest {
    private static final Portrait SELF = Portraits.all().get(0);
    private static final String ANSWERS = "cyberspace_id_population_registry_answers_total";

    private final World world = World.get();

    @Test
    void whomItConfirmsGetsAnIdAndTheNoticeSaidWhoIsAsked() {
        double before = answers("success");
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.open(world.button(0));
        citizen.register();
        assertThat(citizen.at().html().text()).contains("人口登记系统");
        citizen.enrol(world.button(0));
        assertThat(world.received(citizen, 0)
                        .path("userinfo")
                        .path("identity_verified")
                        .asBoolean())
                .isTrue();
        assertThat(answers("success")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"RESIDENT_ID_CARD", "PASSPORT"})
    void aDocumentThatItDoesNotConfirmIsRefused(DocumentType type) {
        Traces before = world.traces();
        double denied = answers("failed");
        VirtualDocument lost = world.document(type, Variant.REPORTED_LOST, SELF);
        VirtualCitizen citizen = world.citizen(lost, SELF);
        toTheReader(citizen, type);
        citizen.readDocument();
        assertThat(citizen.at().problem()).contains(Problem.DOCUMENT_NOT_CONFIRMED.code());
        assertThat(citizen.at().html().select("h1, h2").text()).contains("未确认");
        assertThat(answers("failed")).isEqualTo(denied + 1);
        world.expectRefusal(Problem.DOCUMENT_NOT_CONFIRMED);
        assertNothingWritten(lost);
        citizen.goOn("enrol-problem");
        citizen.expect("enrol-document");
        citizen.press("cancel");
        assertThat(world.traces()).isEqualTo(before);
    }

    @Test
    void whileItIsAwayNobodyIsConfirmedAndNothingIsLost() {
        Traces before = world.traces();
        double confirmed = answers("success");
        VirtualDocument document = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, SELF);
        VirtualCitizen citizen = world.citizen(document, SELF);
        toTheReader(citizen, DocumentType.RESIDENT_ID_CARD);
        world.withoutRegistry(() -> {
            citizen.readDocument();
            assertThat(citizen.at().problem()).contains(Problem.REGISTRY_UNAVAILABLE.code());
            citizen.goOn("enrol-problem");
            citizen.readDocument();
            assertThat(citizen.at().problem())
                    .as("however often the person asks")
                    .contains(Problem.REGISTRY_UNAVAILABLE.code());
        });
        world.expectRefusal(Problem.REGISTRY_UNAVAILABLE);
        assertThat(answers("success")).as("confirmed meanwhile").isEqualTo(confirmed);
        assertThat(world.traces().people()).isEqualTo(before.people());
        assertNothingWritten(document);

        citizen.goOn("enrol-problem");
        comeAgainUntilConfirmed(citizen);
        citizen.goOn("enrol-document-verified");
        citizen.showFace(new TurningHead(SELF));
        citizen.expect("enrol-mobile");
        assertThat(answers("success")).isEqualTo(confirmed + 1);
        citizen.press("cancel");
    }

    @Test
    void whoHasAnIdByOneDocumentGetsNoneByAnother() {
        VirtualDocument card = world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, SELF);
        VirtualDocument passport = world.document(DocumentType.PASSPORT, Variant.GENUINE, SELF);
        world.onePerson(card, passport);
        world.citizen(card, SELF).enrol(world.button(0));
        Traces before = world.traces();

        VirtualCitizen again = world.citizen(passport, SELF);
        again.open(world.button(0));
        again.register();
        world.walkToTheDonePage(again);
        assertThat(again.at().problem().or(() -> again.at().template())).contains("enrol-existing");
        assertThat(world.traces()).isEqualTo(before);
    }

    /** The circuit breaker may leave it alone for two seconds more. */
    private static void comeAgainUntilConfirmed(VirtualCitizen citizen) {
        for (int tries = 0; tries < 5; tries++) {
            citizen.readDocument();
            if (citizen.at().problem().isEmpty()) {
                return;
            }
            assertThat(citizen.at().problem()).contains(Problem.REGISTRY_UNAVAILABLE.code());
            pause();
            citizen.goOn("enrol-problem");
        }
    }

    private void toTheReader(VirtualCitizen citizen, DocumentType type) {
        citizen.open(world.button(0));
        citizen.register();
        citizen.agree();
        citizen.chooseDocument(type);
    }

    private void assertNothingWritten(VirtualDocument document) {
        Haystack haystack = world.haystack();
        assertThat(World.needles()).allSatisfy(n -> assertThat(haystack.find(n)).isEmpty());
        assertThat(haystack.find(Needle.text("document number", document.number())))
                .isEmpty();
    }

    /** As the operator's metrics have it; 0 before the first. */
    private double answers(String verdict) {
        Matcher counted = Pattern.compile(Pattern.quote(ANSWERS + "{verdict=\"" + verdict + "\"} ") + "(\\S+)")
                .matcher(Management.metrics(world));
        return counted.find() ? Double.parseDouble(counted.group(1)) : 0;
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
