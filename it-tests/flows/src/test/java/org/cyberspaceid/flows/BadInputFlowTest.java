package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Attacks;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.Camera;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.reader.RefusedException;
import org.cyberspaceid.sandbox.reader.VirtualReader;
import org.cyberspaceid.virtual.FaultyPortrait;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each bad input ends on a localised page with a stable code and a way on, in an event without personal data, and leaves no trace in
 * the database.
 */
class BadInputFlowTest {
    private static final Portrait SELF = Portraits.all().get(0);
    private static final Portrait OTHER = Portraits.all().get(1);

    private final World world = World.get();
    private VirtualCitizen citizen;
    private Traces before;

    @BeforeEach
    void count() {
        before = world.traces();
    }

    @AfterEach
    void leavesNoTrace() {
        if (citizen.at().template().filter(t -> t.startsWith("enrol-")).isPresent()) {
            citizen.press("cancel");
        }
        assertThat(world.traces()).as("rows of people and enrolments").isEqualTo(before);
    }

    /** Nothing of anybody who was refused stands in an event, a log or a table. */
    @AfterAll
    static void nothingOfThePeopleIsWritten() {
        assertThat(World.needles())
                .allSatisfy(n -> assertThat(World.get().haystack().find(n)).isEmpty());
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(DocumentType.PASSPORT, Variant.TAMPERED, Problem.DOCUMENT_TAMPERED),
                Arguments.of(DocumentType.PASSPORT, Variant.FOREIGN_AUTHORITY, Problem.DOCUMENT_AUTHORITY_UNKNOWN),
                Arguments.of(DocumentType.PASSPORT, Variant.CLONE, Problem.DOCUMENT_CLONED),
                Arguments.of(DocumentType.PASSPORT, Variant.EXPIRED, Problem.DOCUMENT_EXPIRED),
                Arguments.of(DocumentType.PASSPORT, Variant.REVOKED, Problem.DOCUMENT_REVOKED),
                Arguments.of(DocumentType.PASSPORT, Variant.OVERSIZED_DG15, Problem.READING_MALFORMED),
                Arguments.of(DocumentType.PASSPORT, Variant.PORTRAIT_TINY_TILES, Problem.PORTRAIT_UNUSABLE),
                Arguments.of(DocumentType.RESIDENT_ID_CARD, Variant.PORTRAIT_HUGE_PNG, Problem.PORTRAIT_UNUSABLE),
                Arguments.of(DocumentType.RESIDENT_ID_CARD, Variant.TAMPERED, Problem.DOCUMENT_TAMPERED),
                Arguments.of(DocumentType.RESIDENT_ID_CARD, Variant.CLONE, Problem.STATEMENT_INVALID),
                Arguments.of(
                        DocumentType.RESIDENT_ID_CARD, Variant.FOREIGN_AUTHORITY, Problem.DOCUMENT_AUTHORITY_UNKNOWN),
                Arguments.of(DocumentType.RESIDENT_ID_CARD, Variant.EXPIRED, Problem.DOCUMENT_EXPIRED));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aBadDocument(DocumentType type, Variant variant, Problem problem) {
        citizen = world.citizen(world.document(type, variant, SELF), SELF);
        toTheReader(type);
        citizen.readDocument();
        assertProblem(problem);
    }

    @Test
    void aDocumentOfAnotherTypeThanChosen() {
        citizen = world.citizen(world.document(DocumentType.RESIDENCE_PERMIT_TAIWAN, Variant.GENUINE, SELF), SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        citizen.readDocument();
        assertProblem(Problem.DOCUMENT_TYPE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 17})
    void aMinor(int age) {
        citizen = world.citizen(world.documentOfAge(age, SELF), SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        citizen.readDocument();
        assertProblem(Problem.GUARDIAN_REQUIRED);
    }

    @Test
    void aWrongReaderCode() {
        citizen = world.citizen(SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        VirtualReader reader = new VirtualReader();
        String code = reader.claim(citizen.at().link("a[rel=reader]")).code();
        for (int tries = 0; tries < 5; tries++) {
            citizen.submit(Map.of("reader_code", differentFrom(code), "cross_device", "yes"));
            assertProblem(Problem.READER_CODE_WRONG);
        }
        assertThat(citizen.at().template()).as("after five wrong codes").contains("enrol-problem");
    }

    @Test
    void aReplayedHandOff() {
        citizen = world.citizen(SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        var link = citizen.at().link("a[rel=reader]");
        new VirtualReader().claim(link);
        assertThat(refusalOf(() -> new VirtualReader().claim(link))).isEqualTo(Problem.READER_LINK_USED.code());
        world.expectRefusal(Problem.READER_LINK_USED);
    }

    @Test
    void anExpiredHandOff() {
        citizen = world.citizen(SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        var link = citizen.at().link("a[rel=reader]");
        world.letHandOffsExpire();
        assertThat(refusalOf(() -> new VirtualReader().claim(link))).isEqualTo(Problem.READER_LINK_EXPIRED.code());
        world.expectRefusal(Problem.READER_LINK_EXPIRED);
        citizen.press("new_link");
        citizen.readDocument();
        citizen.expect("enrol-document-verified");
    }

    @Test
    void anotherReadersKey() {
        citizen = world.citizen(SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        var claimed = new VirtualReader().claim(citizen.at().link("a[rel=reader]"));
        citizen.submit(Map.of("reader_code", claimed.code(), "cross_device", "yes"));
        var answer = new VirtualReader()
                .readAndSubmit(claimed, world.document(DocumentType.RESIDENT_ID_CARD, Variant.GENUINE, SELF));
        assertThat(answer.error()).isEqualTo(Problem.READER_KEY_MISMATCH.code());
    }

    static Stream<Arguments> cameras() {
        return Stream.of(
                Arguments.of("nobody", (Camera) prompt -> Attacks.noFace(), Problem.FACE_NONE),
                Arguments.of("two faces", (Camera) prompt -> Attacks.twoFaces(SELF, OTHER), Problem.FACE_SEVERAL),
                Arguments.of("another person", new TurningHead(OTHER), Problem.FACE_NOT_MATCHING),
                Arguments.of("a still photo", (Camera) prompt -> TurnRenderer.frame(SELF, 0), Problem.FACE_NOT_LIVE),
                Arguments.of("a photo that is tilted", tilted(), Problem.FACE_NOT_LIVE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cameras")
    void aBadFace(String what, Camera camera, Problem problem) {
        citizen = world.citizen(SELF);
        toTheCamera();
        citizen.showFace(camera);
        assertProblem(problem);
    }

    static Stream<Arguments> hostileFrames() {
        return Stream.of(
                Arguments.of("30000 × 30000 PNG", FaultyPortrait.hugePng()),
                Arguments.of("1 × 1 tiles", FaultyPortrait.tinyTiles()),
                Arguments.of("no image", "not an image".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFrames")
    void aFrameThatIsNoPhoto(String what, byte[] frame) {
        citizen = world.citizen(SELF);
        toTheCamera();
        citizen.showFace(prompt -> frame);
        assertProblem(Problem.FACE_IMAGE_UNUSABLE);
    }

    @Test
    void theFaceWorkerIsDown() {
        citizen = world.citizen(SELF);
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        world.withoutFaceWorker(() -> {
            citizen.readDocument();
            assertProblem(Problem.FACE_SERVICE_UNAVAILABLE);
        });
        citizen.goOn("enrol-problem");
        assertThat(citizen.at().template()).as("the way on: a new link").contains("enrol-reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 202 555 0143", "010 6552 9988", "+44 7400 123456", "+852 5123 4567"})
    void aForeignOrLandlineNumber(String number) {
        citizen = world.citizen(SELF);
        toTheMobileNumber();
        citizen.submit(Map.of("mobile", number));
        assertProblem(Problem.MOBILE_NUMBER_NOT_SUPPORTED);
    }

    @Test
    void theSmsSenderIsDown() {
        citizen = world.citizen(SELF);
        toTheMobileNumber();
        world.withoutOutbox(() -> citizen.submit(Map.of("mobile", world.freshMobile())));
        assertProblem(Problem.SMS_UNAVAILABLE);
    }

    @Test
    void aWrongSmsCode() {
        citizen = world.citizen(SELF);
        toTheMobileNumber();
        String mobile = world.freshMobile();
        citizen.submit(Map.of("mobile", mobile));
        String code = world.smsCode(mobile);
        for (int tries = 0; tries < 5; tries++) {
            citizen.submit(Map.of("sms_code", differentFrom(code)));
            assertProblem(Problem.SMS_CODE_WRONG, Problem.SMS_CODE_TRIES_EXHAUSTED);
        }
        citizen.submit(Map.of("sms_code", code));
        assertProblem(Problem.SMS_CODE_TRIES_EXHAUSTED, Problem.SMS_CODE_EXPIRED, Problem.SMS_CODE_WRONG);
        assertThat(citizen.at().template())
                .as("the right code after five wrong ones")
                .isNotEqualTo(java.util.Optional.of("enrol-password"));
    }

    private void toTheReader(DocumentType type) {
        citizen.open(world.button(0));
        citizen.register();
        citizen.agree();
        citizen.chooseDocument(type);
    }

    private void toTheCamera() {
        toTheReader(DocumentType.RESIDENT_ID_CARD);
        citizen.readDocument();
        citizen.goOn("enrol-document-verified");
    }

    private void toTheMobileNumber() {
        toTheCamera();
        citizen.showFace(new TurningHead(SELF));
        citizen.expect("enrol-mobile");
    }

    /** The page names the problem in the reader's language and offers a way on; an event carries the same code. */
    private void assertProblem(Problem... anyOf) {
        String code =
                citizen.at().problem().orElseThrow(() -> new AssertionError("no problem shown at " + citizen.at()));
        assertThat(Stream.of(anyOf).map(Problem::code)).as("at " + citizen.at()).contains(code);
        assertThat(citizen.at().html().text()).as("the code for the help desk").contains(code);
        assertThat(citizen.at().html().select("h1, h2").text())
                .as("a Chinese heading")
                .containsPattern("\\p{IsHan}");
        assertThat(citizen.at().html().select("main button")).as("ways on").isNotEmpty();
        world.expectRefusal(Problem.ofCode(code).orElseThrow());
    }

    private static String refusalOf(Runnable claim) {
        try {
            claim.run();
        } catch (RefusedException refused) {
            return refused.code();
        }
        throw new AssertionError("the claim was accepted");
    }

    private static Camera tilted() {
        return prompt -> Attacks.tiltedPhoto(SELF, prompt.equals("left") ? 28 : prompt.equals("right") ? -28 : 0);
    }

    private static String differentFrom(String code) {
        return code.equals("271828") ? "314159" : "271828";
    }
}
