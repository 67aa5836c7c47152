package org.cyberspaceid.clips;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.challenge.Thresholds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole face check on pictures, through the real engine: who passes, and which cheating does not. */
class LiveChallengeClipTest {
    private static final FaceEngine ENGINE = new FaceEngine(1);
    private static final Portrait SOMEONE = Portraits.all().get(0);

    private final SettableClock clock = new SettableClock();
    private final FaceService faces = new EngineFaceService(ENGINE, Thresholds.DEFAULT, clock, new Random(11));
    private final Actor actor = new Actor(faces, clock);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static List<Portrait> portraits() {
        return Portraits.all();
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void thePersonOfThePortraitPasses(Portrait portrait) {
        ChallengeStep end =
                actor.play(template(portrait.jpeg()), (step, shown) -> Actor.obedient(portrait, step.prompt(), shown));
        assertThat(end)
                .isInstanceOfSatisfying(
                        ChallengeStep.Passed.class,
                        passed -> assertThat(passed.similarity()).isGreaterThan(Thresholds.DEFAULT.match()));
    }

    /** What a person may have kept: the live face, which matches the same person before the camera later, and nobody else. */
    @ParameterizedTest
    @MethodSource("portraits")
    void theTemplateOfTheLiveFaceIsGoodForALaterCheckOfTheSamePersonOnly(Portrait portrait) {
        FaceTemplate live = ((ChallengeStep.Passed) actor.play(
                        template(portrait.jpeg()), (step, shown) -> Actor.obedient(portrait, step.prompt(), shown)))
                .live();
        assertThat(actor.play(live, (step, shown) -> Actor.obedient(portrait, step.prompt(), shown)))
                .isInstanceOf(ChallengeStep.Passed.class);
        Portrait other = Portraits.all()
                .get((Portraits.all().indexOf(portrait) + 1) % Portraits.all().size());
        assertThat(actor.play(live, (step, shown) -> Actor.obedient(other, step.prompt(), shown)))
                .isInstanceOf(ChallengeStep.Failed.class);
    }

    @Test
    void aTemplateOfAnotherModelIsNotComparedAndSaysSo() {
        FaceTemplate old = new FaceTemplate("a-model-of-last-year", new float[128]);
        assertThat(faces.beginChallenge(old)).isEqualTo(new ChallengeStep.Failed(Problem.FACE_TEMPLATE_OUTDATED));
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void soDoesThePersonOfAJpeg2000Portrait(Portrait portrait) throws IOException {
        ChallengeStep end = actor.play(
                template(jpeg2000(portrait)), (step, shown) -> Actor.obedient(portrait, step.prompt(), shown));
        assertThat(end).isInstanceOf(ChallengeStep.Passed.class);
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void nobodyElsePasses(Portrait portrait) {
        FaceTemplate reference = template(portrait.jpeg());
        for (Portrait other : Portraits.all()) {
            if (!other.id().equals(portrait.id())) {
                ChallengeStep end = actor.play(reference, (step, shown) -> Actor.obedient(other, step.prompt(), shown));
                assertThat(end)
                        .as("%s as %s", other, portrait)
                        .isIn(failed(Problem.FACE_NOT_MATCHING), failed(Problem.FACE_UNDECIDED));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void aStillPhotoIsNotLive(Portrait portrait) {
        assertThat(actor.play(template(portrait.jpeg()), (step, shown) -> Actor.frame(portrait, 0)))
                .isEqualTo(failed(Problem.FACE_NOT_LIVE));
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void aTiltedPhotoIsNotLive(Portrait portrait) {
        byte[][] tilts = new byte[19][];
        ChallengeStep end = actor.play(template(portrait.jpeg()), (step, shown) -> {
            int tilt = step.prompt() == Prompt.CENTER ? 9 : (shown + 9) % tilts.length;
            tilts[tilt] = tilts[tilt] == null ? Attacks.tiltedPhoto(portrait, 5 * (tilt - 9)) : tilts[tilt];
            return tilts[tilt];
        });
        assertThat(end).isEqualTo(failed(Problem.FACE_NOT_LIVE));
    }

    @Test
    void turningTheWrongWayEndsTheAttempt() {
        ChallengeStep end = actor.play(
                template(SOMEONE.jpeg()), (step, shown) -> Actor.obedient(SOMEONE, opposite(step.prompt()), shown));
        assertThat(end).isEqualTo(failed(Problem.FACE_WRONG_DIRECTION));
    }

    @Test
    void somebodyElseCannotTakeOverTheTurns() {
        Portrait other = Portraits.all().get(6);
        ChallengeStep end = actor.play(
                template(SOMEONE.jpeg()),
                (step, shown) -> Actor.obedient(step.done() == 0 ? SOMEONE : other, step.prompt(), shown));
        assertThat(end).isEqualTo(failed(Problem.FACE_CHANGED));
    }

    @Test
    void twoPeopleAreAskedToPartAndThenRefused() {
        byte[] two = Attacks.twoFaces(SOMEONE, Portraits.all().get(1));
        assertThat(hintAfter(two)).isEqualTo(FaceService.Hint.ONE_PERSON_ONLY);
        assertThat(actor.play(template(SOMEONE.jpeg()), (step, shown) -> two)).isEqualTo(failed(Problem.FACE_SEVERAL));
    }

    @Test
    void anEmptyRoomIsNoFace() {
        byte[] empty = Attacks.noFace();
        assertThat(hintAfter(empty)).isEqualTo(FaceService.Hint.NO_FACE);
        assertThat(actor.play(template(SOMEONE.jpeg()), (step, shown) -> empty)).isEqualTo(failed(Problem.FACE_NONE));
    }

    @Test
    void aFaceFarAwayIsTooSmall() {
        byte[] far = Attacks.farAway(SOMEONE);
        assertThat(hintAfter(far)).isEqualTo(FaceService.Hint.COME_CLOSER);
        assertThat(actor.play(template(SOMEONE.jpeg()), (step, shown) -> far))
                .isEqualTo(failed(Problem.FACE_TOO_SMALL));
    }

    @Test
    void whoComesBackAfterTheDeadlineIsTooSlow() {
        ChallengeStep end = actor.play(template(SOMEONE.jpeg()), (step, shown) -> {
            clock.advance(step.done() == 1 ? Duration.ofMinutes(1) : Duration.ZERO);
            return Actor.obedient(SOMEONE, step.prompt(), shown);
        });
        assertThat(end).isEqualTo(failed(Problem.FACE_TOO_SLOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a, and nothing that a camera sends"})
    void aFrameThatIsNoImageEndsTheAttempt(String junk) {
        byte[] frame = junk.getBytes(StandardCharsets.US_ASCII);
        assertThat(actor.play(template(SOMEONE.jpeg()), (step, shown) -> frame))
                .isEqualTo(failed(Problem.FACE_IMAGE_UNUSABLE));
    }

    @Test
    void aPortraitWithoutOneLargeFaceIsUnusable() {
        for (byte[] portrait : List.of(
                Attacks.noFace(),
                Attacks.farAway(SOMEONE),
                Attacks.twoFaces(SOMEONE, Portraits.all().get(1)))) {
            assertThat(faces.embedPortrait(portrait)).isEqualTo(new TemplateResult.Refused(Problem.PORTRAIT_UNUSABLE));
        }
    }

    private FaceService.Hint hintAfter(byte[] frame) {
        var begun = (ChallengeStep.Continue) faces.beginChallenge(template(SOMEONE.jpeg()));
        return ((ChallengeStep.Continue) faces.judgeFrame(begun.state(), frame)).hint();
    }

    private FaceTemplate template(byte[] portrait) {
        return ((TemplateResult.Made) faces.embedPortrait(portrait)).template();
    }

    private static ChallengeStep failed(Problem problem) {
        return new ChallengeStep.Failed(problem);
    }

    private static Prompt opposite(Prompt prompt) {
        return switch (prompt) {
            case LEFT -> Prompt.RIGHT;
            case RIGHT -> Prompt.LEFT;
            case CENTER, DONE -> prompt;
        };
    }

    private static byte[] jpeg2000(Portrait portrait) throws IOException {
        ImageWriter writer = new J2KImageWriterSpi().createWriterInstance(null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(Jpegs.read(portrait.jpeg()));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
