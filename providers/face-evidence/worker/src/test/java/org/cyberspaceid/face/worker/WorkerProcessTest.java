package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.clips.TurnRenderer;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.client.HttpFaceService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker as it is deployed, called as Keycloak calls it. */
class WorkerProcessTest {
    private static final Portrait SOMEONE = Portraits.all().get(1);

    @TempDir
    private Path folder;

    private WorkerProcess worker;

    @BeforeEach
    void prepare() throws IOException {
        worker = new WorkerProcess(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.close();
    }

    @Test
    void itDoesNotStartWithoutASecret() throws Exception {
        assertThat(worker.start(Map.of()).awaitExit()).isNotZero();
        worker.close();
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThat(worker.start(Map.of("FACE_TOKEN_FILE", empty.toString())).awaitExit())
                .isNotZero();
    }

    @Test
    void itIsReadyOnceTheEngineHasRunAndThenAnswersTheFirstCall() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        assertThat(worker.ready().body())
                .contains("\"" + EngineReady.NAME + "\"")
                .containsPattern("\"" + EngineReady.FIRST_RUN + "\": ?[1-9]");
        assertThat(service(WorkerProcess.TOKEN).embedPortrait(SOMEONE.jpeg())).isInstanceOf(TemplateResult.Made.class);
    }

    @Test
    void aPersonPassesEvenWhenTheWorkerDiesInBetween() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        FaceService faces = service(WorkerProcess.TOKEN);
        ChallengeStep step = faces.beginChallenge(template(faces));
        step = judged(faces, step);
        worker.close();
        assertThat(judged(faces, step)).isInstanceOf(ChallengeStep.Unavailable.class);
        worker.startReady(WorkerProcess.withToken(folder));
        for (int i = 0; i < 40 && step instanceof ChallengeStep.Continue; i++) {
            step = judged(faces, step);
        }
        assertThat(step).isInstanceOf(ChallengeStep.Passed.class);
    }

    @Test
    void itLetsNobodyInWithoutTheSecret() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        assertThat(service("another-token-of-the-same-kind").embedPortrait(SOMEONE.jpeg()))
                .isInstanceOf(TemplateResult.Unavailable.class);
        assertThat(post("/v1/portraits", SOMEONE.jpeg(), "")).isEqualTo(401);
    }

    @Test
    void hostileInputIsRefusedAndLeavesItAlive() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        FaceService faces = service(WorkerProcess.TOKEN);
        byte[] state = ((ChallengeStep.Continue) faces.beginChallenge(template(faces))).state();
        byte[] marked = "NOT-AN-IMAGE-BUT-A-MARK".getBytes(StandardCharsets.US_ASCII);
        byte[] cutOff = Arrays.copyOf(SOMEONE.jpeg(), 900);
        for (byte[] hostile : List.of(HostilePngs.hugePng(), marked, cutOff)) {
            assertThat(faces.embedPortrait(hostile)).isEqualTo(new TemplateResult.Refused(Problem.PORTRAIT_UNUSABLE));
            assertThat(faces.judgeFrame(state, hostile))
                    .isEqualTo(new ChallengeStep.Failed(Problem.FACE_IMAGE_UNUSABLE));
        }
        assertThat(announce("/v1/portraits", 3 << 20)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        assertThat(post("/v1/portraits", marked, WorkerProcess.TOKEN)).isEqualTo(200);
        assertThat(template(faces)).isNotNull();
        assertThat(Files.readString(worker.log())).doesNotContain("NOT-AN-IMAGE", "Exception");
    }

    @Test
    void itTurnsAwayWhatItHasNoPlaceFor() throws Exception {
        Map<String, String> settings = new HashMap<>(WorkerProcess.withToken(folder));
        settings.put("FACE_CONCURRENCY", "1");
        settings.put("FACE_QUEUE", "0");
        worker.startReady(settings);
        FaceService faces = service(WorkerProcess.TOKEN);
        List<TemplateResult> results = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> faces.embedPortrait(SOMEONE.jpeg()))
                .toList();
        assertThat(results).hasAtLeastOneElementOfType(TemplateResult.Made.class);
        assertThat(results).hasAtLeastOneElementOfType(TemplateResult.Unavailable.class);
    }

    private FaceService service(String token) {
        return new HttpFaceService(worker.address(), token);
    }

    private static FaceTemplate template(FaceService faces) {
        return ((TemplateResult.Made) faces.embedPortrait(SOMEONE.jpeg())).template();
    }

    private static ChallengeStep judged(FaceService faces, ChallengeStep step) {
        ChallengeStep.Continue current = (ChallengeStep.Continue) step;
        double yaw = current.prompt() == Prompt.LEFT ? 28 : current.prompt() == Prompt.RIGHT ? -28 : 0;
        return faces.judgeFrame(current.state(), TurnRenderer.frame(SOMEONE, yaw));
    }

    private int post(String path, byte[] body, String token) throws IOException, InterruptedException {
        URI uri = worker.address().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    /**
     * Sends the head of a request alone. The worker refuses by the announced length and closes the connection; a
     * client that went on to send the body could see its own broken write instead of the answer.
     */
    private String announce(String path, int length) throws IOException {
        String head = "POST %s HTTP/1.1\r\nHost: worker\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n";
        try (Socket socket =
                new Socket(worker.address().getHost(), worker.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(head.formatted(path, WorkerProcess.TOKEN, length).getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
