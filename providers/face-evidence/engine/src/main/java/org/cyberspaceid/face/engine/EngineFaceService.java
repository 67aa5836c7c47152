package org.cyberspaceid.face.engine;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.engine.challenge.ChallengeState;
import org.cyberspaceid.face.engine.challenge.ChallengeStates;
import org.cyberspaceid.face.engine.challenge.Challenges;
import org.cyberspaceid.face.engine.challenge.Observation;
import org.cyberspaceid.face.engine.challenge.Outcome;
import org.cyberspaceid.face.engine.challenge.Thresholds;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.engine.image.UntrustedImages;

/** The face service, in this process. Stateless: what a challenge knows is in the bytes it hands out. */
public final class EngineFaceService implements FaceService {
    /** The longest portrait looked at, bytes. */
    public static final int MAX_PORTRAIT_BYTES = 2 * 1024 * 1024;

    /** The longest camera frame looked at, bytes. */
    public static final int MAX_FRAME_BYTES = 512 * 1024;

    private final FaceObserver observer;
    private final Thresholds thresholds;
    private final Challenges challenges;

    public EngineFaceService(FaceEngine engine, Thresholds thresholds, Clock clock, RandomGenerator random) {
        this.observer = new FaceObserver(engine);
        this.thresholds = thresholds;
        this.challenges = new Challenges(thresholds, clock, random);
    }

    @Override
    public TemplateResult embedPortrait(byte[] portrait) {
        return UntrustedImages.decode(portrait, MAX_PORTRAIT_BYTES)
                .flatMap(this::template)
                .<TemplateResult>map(TemplateResult.Made::new)
                .orElseGet(() -> new TemplateResult.Refused(Problem.PORTRAIT_UNUSABLE));
    }

    /** Of a portrait with exactly one face, large enough. */
    private Optional<FaceTemplate> template(RgbImage portrait) {
        return observer.observe(portrait) instanceof Observation.OneFace face
                        && face.mesh().eyeDistance() >= thresholds.eyeDistance()
                ? Optional.of(
                        new FaceTemplate(FaceEngine.MODEL, face.embedding().get()))
                : Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the reference is no template of the model that it names
     */
    @Override
    public ChallengeStep beginChallenge(FaceTemplate reference) {
        if (!FaceEngine.MODEL.equals(reference.model())) {
            return new ChallengeStep.Failed(Problem.FACE_TEMPLATE_OUTDATED);
        }
        if (reference.embedding().length != FaceEngine.DIMENSIONS) {
            throw new IllegalArgumentException("not a template of this model");
        }
        return goOn(challenges.begin(reference.embedding()));
    }

    /**
     * Judges a frame.
     *
     * @throws IllegalArgumentException when the state is none of ours
     */
    @Override
    public ChallengeStep judgeFrame(byte[] state, byte[] frame) {
        ChallengeState before = ChallengeStates.read(state);
        Optional<RgbImage> image = UntrustedImages.decode(frame, MAX_FRAME_BYTES);
        return image.isEmpty()
                ? new ChallengeStep.Failed(Problem.FACE_IMAGE_UNUSABLE)
                : step(challenges.judge(before, observer.observe(image.get())));
    }

    private static ChallengeStep step(Outcome outcome) {
        if (outcome instanceof Outcome.Passed passed) {
            return new ChallengeStep.Passed(passed.similarity(), new FaceTemplate(FaceEngine.MODEL, passed.live()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new ChallengeStep.Failed(failed.problem());
        }
        return goOn(((Outcome.GoOn) outcome).state());
    }

    private static ChallengeStep goOn(ChallengeState state) {
        return new ChallengeStep.Continue(
                ChallengeStates.write(state), state.prompt(), state.step(), state.steps(), state.hint());
    }
}
