package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.client.HttpFaceService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that asks a service for attack detection: the service can refuse, and without its answer nobody passes. */
class AttackDetectionProcessTest {
    private static final Portrait SOMEONE = Portraits.all().get(1);
    private static final String BONA_FIDE = "{\"presentation\": \"bona_fide\"}";
    private static final String ATTACK = "{\"presentation\": \"attack\"}";
    private static final int STEPS = 8;

    @TempDir
    private Path folder;

    private final List<byte[]> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile String answer = BONA_FIDE;
    private HttpServer service;
    private WorkerProcess worker;
    private FaceService faces;

    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/pad", exchange -> {
            asked.add(exchange.getRequestBody().readAllBytes());
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        worker = new WorkerProcess(folder);
        worker.startReady(settings());
        faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN);
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(WorkerProcess.withToken(folder));
        settings.put("FACE_PAD_URL", "http://127.0.0.1:" + service.getAddress().getPort() + "/pad");
        settings.put(
                "FACE_PAD_TOKEN_FILE",
                Files.writeString(folder.resolve("pad"), "pad-token\n").toString());
        return settings;
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.close();
        service.stop(0);
    }

    @Test
    void itIsAskedOnceForEachStep() {
        assertThat(play()).isInstanceOf(ChallengeStep.Passed.class);
        assertThat(asked).hasSize(STEPS).allSatisfy(jpeg -> assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF));
        assertThat(tokens).containsOnly("Bearer pad-token");
    }

    @Test
    void whatItCallsAnAttackIsNotLive() {
        answer = ATTACK;
        assertThat(play()).isEqualTo(new ChallengeStep.Failed(Problem.FACE_NOT_LIVE));
        assertThat(asked).hasSize(1);
    }

    @Test
    void withoutItsAnswerNobodyPassesAndNothingIsLost() throws Exception {
        answer = "perhaps";
        ChallengeStep step = begin();
        ChallengeStep.Continue before = (ChallengeStep.Continue) step;
        while (step instanceof ChallengeStep.Continue next) {
            before = next;
            step = judged(next);
        }
        assertThat(step).isInstanceOf(ChallengeStep.Unavailable.class);
        assertThat(before.done()).isZero();
        answer = BONA_FIDE;
        assertThat(((ChallengeStep.Continue) judged(before)).done()).isEqualTo(1);
    }

    private ChallengeStep play() {
        ChallengeStep step = begin();
        for (int i = 0; i < 60 && step instanceof ChallengeStep.Continue current; i++) {
            step = judged(current);
        }
        return step;
    }

    private ChallengeStep begin() {
        return faces.beginChallenge(((TemplateResult.Made) faces.embedPortrait(SOMEONE.jpeg())).template());
    }

    private ChallengeStep judged(ChallengeStep.Continue current) {
        double yaw = current.prompt() == Prompt.LEFT ? 28 : current.prompt() == Prompt.RIGHT ? -28 : 0;
        return faces.judgeFrame(current.state(), TurnRenderer.frame(SOMEONE, yaw));
    }
}
