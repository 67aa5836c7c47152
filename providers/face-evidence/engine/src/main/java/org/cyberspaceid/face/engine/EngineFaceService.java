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
import org.cyberspaceid.face.models.ModelManifest;

/** The face service, in this process. Stateless: what a challenge knows is in the bytes it hands out. */
public final class EngineFaceService implements FaceService {
    /** The longest portrait looked at, bytes. */
    public static final int MAX_PORTRAIT_BYTES = 2 * 1024 * 1024;

    /** The longest camera frame looked at, bytes. */
    public static final int MAX_FRAME_BYTES = 512 * 1024;

    private final ModelManifest manifest;
    private final FaceObserver observer;
    private final Thresholds thresholds;
    private final Challenges challenges;
    private final AttackDetection attacks;
    private final Stages stages;

    /** A service without a certified attack detection, unmeasured. */
    public EngineFaceService(FaceEngine engine, Thresholds thresholds, Clock clock, RandomGenerator random) {
        this(engine, thresholds, clock, random, AttackDetection.CHALLENGE_ALONE, Stages.UNMEASURED);
    }

    /** A service. */
    public EngineFaceService(
            FaceEngine engine,
            Thresholds thresholds,
            Clock clock,
            RandomGenerator random,
            AttackDetection attacks,
            Stages stages) {
        this.manifest = engine.manifest();
        this.observer = new FaceObserver(engine, stages);
        this.thresholds = thresholds;
        this.challenges = new Challenges(thresholds, clock, random);
        this.attacks = attacks;
        this.stages = stages;
    }

    @Override
    public TemplateResult embedPortrait(byte[] portrait) {
        return decode(portrait, MAX_PORTRAIT_BYTES)
                .flatMap(this::template)
                .<TemplateResult>map(TemplateResult.Made::new)
                .orElseGet(() -> new TemplateResult.Refused(Problem.PORTRAIT_UNUSABLE));
    }

    /** Of a portrait with exactly one face, large enough. */
    private Optional<FaceTemplate> template(RgbImage portrait) {
        return observer.observe(portrait) instanceof Observation.OneFace face
                        && face.mesh().eyeDistance() >= thresholds.eyeDistance()
                ? Optional.of(
                        new FaceTemplate(manifest.model(), face.embedding().get()))
                : Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the reference is no template of the model that it names
     */
    @Override
    public ChallengeStep beginChallenge(FaceTemplate reference) {
        if (!manifest.model().equals(reference.model())) {
            return new ChallengeStep.Failed(Problem.FACE_TEMPLATE_OUTDATED);
        }
        if (reference.embedding().length != manifest.embedding().dimensions()) {
            throw new IllegalArgumentException("not a template of this model");
        }
        return goOn(challenges.begin(reference.embedding()));
    }

    /**
     * Judges a frame.
     *
     * @throws IllegalArgumentException when the state is none of ours, or of a model with other embeddings
     */
    @Override
    public ChallengeStep judgeFrame(byte[] state, byte[] frame) {
        ChallengeState before = ChallengeStates.read(state);
        if (before.reference().length != manifest.embedding().dimensions()) {
            throw new IllegalArgumentException("a challenge of another model");
        }
        Optional<RgbImage> image = decode(frame, MAX_FRAME_BYTES);
        if (image.isEmpty()) {
            return new ChallengeStep.Failed(Problem.FACE_IMAGE_UNUSABLE);
        }
        Outcome outcome = challenges.judge(before, observer.observe(image.get()));
        return completesStep(before, outcome) ? unlessAttack(frame, outcome) : step(outcome);
    }

    private static boolean completesStep(ChallengeState before, Outcome outcome) {
        return outcome instanceof Outcome.Passed
                || outcome instanceof Outcome.GoOn next && next.state().step() > before.step();
    }

    private ChallengeStep unlessAttack(byte[] frame, Outcome outcome) {
        AttackDetection.Answer answer = stages.get(Stage.ATTACK_DETECTION, () -> attacks.judge(frame));
        if (answer instanceof AttackDetection.Answer.Attack) {
            return new ChallengeStep.Failed(Problem.FACE_NOT_LIVE);
        }
        if (answer instanceof AttackDetection.Answer.Unavailable away) {
            return new ChallengeStep.Unavailable(away.retryAfter());
        }
        return step(outcome);
    }

    private Optional<RgbImage> decode(byte[] unverified, int maxBytes) {
        return stages.get(Stage.DECODE, () -> UntrustedImages.decode(unverified, maxBytes));
    }

    private ChallengeStep step(Outcome outcome) {
        if (outcome instanceof Outcome.Passed passed) {
            return new ChallengeStep.Passed(passed.similarity(), new FaceTemplate(manifest.model(), passed.live()));
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
