package org.cyberspaceid.face.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.client.HttpFaceService;
import org.cyberspaceid.face.client.WorkerLimits;
import org.cyberspaceid.face.engine.challenge.Thresholds;

/**
 * More callers than the worker has room for, without a pause: some send portraits, some play whole challenges. Each checks that the
 * answer is the one to its own picture, and who is turned away comes again as a page does.
 */
final class SustainedLoad {
    /** What the worker may occupy, bytes: 600 MiB. */
    static final long MOST_RESIDENT = 600L << 20;

    /** Two places, eight in the queue, two that are turned away. */
    private static final int CALLERS = 12;

    private static final Set<ChallengeStep> LATE =
            Set.of(new ChallengeStep.Failed(Problem.FACE_TOO_SLOW), new ChallengeStep.Failed(Problem.FACE_NOT_LIVE));

    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);
    private static final WorkerLimits LIMITS =
            new WorkerLimits(Duration.ofSeconds(2), Duration.ofSeconds(20), CALLERS, Duration.ofSeconds(5));

    private final WorkerProcess worker;
    private final KnownFaces known;
    private final FaceService faces;
    private final LongAdder portraits = new LongAdder();
    private final LongAdder frames = new LongAdder();
    private final LongAdder passed = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder mixedUp = new LongAdder();
    private final List<Double> resident = new ArrayList<>();
    private long end;

    SustainedLoad(WorkerProcess worker, KnownFaces known) {
        this.worker = worker;
        this.known = known;
        this.faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN, LIMITS);
    }

    LoadReport run(Duration time) throws IOException, InterruptedException {
        end = System.nanoTime() + time.toNanos();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller;
            callers.execute(() -> call(first));
        }
        callers.shutdown();
        while (!callers.awaitTermination(BETWEEN_SAMPLES.toMillis(), TimeUnit.MILLISECONDS)) {
            resident.add(worker.residentBytes() / (double) (1 << 20));
        }
        return new LoadReport(
                time,
                portraits.sum(),
                frames.sum(),
                passed.sum(),
                turnedAway.sum(),
                late.sum(),
                lost.sum(),
                mixedUp.sum(),
                List.copyOf(resident));
    }

    private void call(int first) {
        try {
            for (int i = first; System.nanoTime() < end; i++) {
                if (i % 2 == 0) {
                    portrait(i % known.pictures());
                } else {
                    challenge(i % known.people());
                }
            }
        } catch (RuntimeException | InterruptedException e) {
            lost.increment();
        }
    }

    private void portrait(int picture) throws InterruptedException {
        TemplateResult result = faces.embedPortrait(known.picture(picture));
        if (result instanceof TemplateResult.Unavailable away) {
            comeAgain(away.retryAfter());
        } else {
            portraits.increment();
            count(
                    "template of another picture",
                    result instanceof TemplateResult.Made made
                            && known.isTemplateOf(picture, made.template().embedding()));
        }
    }

    private void challenge(int person) throws InterruptedException {
        ChallengeStep step = faces.beginChallenge(new FaceTemplate("dlib-resnet-v1", known.reference(person)));
        if (step instanceof ChallengeStep.Unavailable away) {
            comeAgain(away.retryAfter());
            return;
        }
        ChallengeStep.Continue current = null;
        long stepBegan = System.nanoTime();
        while (System.nanoTime() < end) {
            if (step instanceof ChallengeStep.Unavailable away) {
                comeAgain(away.retryAfter());
            } else if (step instanceof ChallengeStep.Continue next) {
                stepBegan = current == null || next.done() > current.done() ? System.nanoTime() : stepBegan;
                current = next;
                count("state of another person", known.isStateOf(person, next.state()));
            } else {
                ended(person, step, Duration.ofNanos(System.nanoTime() - stepBegan));
                return;
            }
            step = faces.judgeFrame(current.state(), known.frame(person, current.prompt()));
            if (!(step instanceof ChallengeStep.Unavailable)) {
                frames.increment();
            }
        }
    }

    /** Who is turned away so often that a step's time passes is late, and is told so: an answer of its own too. */
    private void ended(int person, ChallengeStep step, Duration stepTook) {
        if (step instanceof ChallengeStep.Passed end) {
            passed.increment();
            count("similarity of another person", known.isSimilarityOf(person, end.similarity()));
        } else if (LATE.contains(step) && stepTook.compareTo(Thresholds.DEFAULT.step()) >= 0) {
            late.increment();
        } else {
            count(step + " after " + stepTook, false);
        }
    }

    private void count(String what, boolean isOwn) {
        if (!isOwn) {
            System.out.println("Not the answer to what was sent: " + what);
            mixedUp.increment();
        }
    }

    private void comeAgain(Duration retryAfter) throws InterruptedException {
        turnedAway.increment();
        Thread.sleep(retryAfter.toMillis());
    }
}
