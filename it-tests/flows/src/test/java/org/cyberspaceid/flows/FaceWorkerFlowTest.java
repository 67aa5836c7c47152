package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.harness.FaceWorker;
import org.cyberspaceid.sandbox.citizen.Camera;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SIGKILL to the face worker while somebody stands before the camera: the enrolment waits, and ends. */
class FaceWorkerFlowTest {
    private static final Portrait SELF = Portraits.all().get(0);
    /** Some frames into the challenge. */
    private static final int FRAMES = 8;

    private final World world = World.get();
    private final FaceWorker worker = world.sandbox().harness().faceWorker();
    private final VirtualCitizen citizen = world.citizen(SELF);
    private CompletableFuture<Void> back = new CompletableFuture<>();

    @AfterEach
    void startWorker() {
        worker.start();
    }

    /** The page tries again by itself; the challenge goes on where it stood. */
    @Test
    void anEnrolmentEndsAfterTheWorkerWasKilled() {
        toTheCamera();
        citizen.showFace(killing(Duration.ZERO));
        awaitWorker();
        world.expectRefusal(Problem.FACE_SERVICE_UNAVAILABLE);
        if (citizen.at().problem().equals(Optional.of(Problem.FACE_SERVICE_UNAVAILABLE.code()))) {
            // The machine was too busy to start a worker within a step's time.
            citizen.goOn("enrol-problem");
            citizen.showFace(new TurningHead(SELF));
        }
        toTheEnd();
    }

    /** Longer than a step's time: the page says to try again shortly, and the attempt was not used. */
    @Test
    void anEnrolmentEndsAfterTheWorkerWasAwayForLong() {
        toTheCamera();
        assertThat(citizen.at().html().text()).contains("3");
        citizen.showFace(killing(Duration.ofSeconds(33)));
        awaitWorker();
        assertThat(citizen.at().problem()).contains(Problem.FACE_SERVICE_UNAVAILABLE.code());
        citizen.goOn("enrol-problem");
        citizen.expect("enrol-face");
        assertThat(citizen.at().html().select("[data-hint-text]").text())
                .as("attempts left")
                .contains("3");
        citizen.showFace(new TurningHead(SELF));
        toTheEnd();
    }

    /** A person who does what the prompts say; after some frames the worker is gone, and later it is back. */
    private Camera killing(Duration away) {
        TurningHead head = new TurningHead(SELF);
        int[] frames = new int[1];
        return prompt -> {
            if (++frames[0] == FRAMES) {
                worker.kill();
                back = CompletableFuture.runAsync(() -> {
                    sleep(away);
                    worker.start();
                });
            }
            return head.frame(prompt);
        };
    }

    private void awaitWorker() {
        assertThat(back).as("killed").succeedsWithin(Duration.ofSeconds(90));
    }

    private void toTheCamera() {
        citizen.open(world.button(0));
        citizen.register();
        citizen.agree();
        citizen.chooseDocument(DocumentType.RESIDENT_ID_CARD);
        citizen.readDocument();
        citizen.goOn("enrol-document-verified");
        citizen.expect("enrol-face");
    }

    private void toTheEnd() {
        citizen.giveMobile();
        citizen.choosePassword(world.passwordOf(citizen));
        citizen.goOn("enrol-done");
        citizen.consent();
        assertThat(world.received(citizen, 0).path("sub").asText()).isNotEmpty();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stop);
        }
    }
}
