package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.face.client.HttpFaceService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole corpus before the worker as it is deployed, as portraits and as frames: one process stands it all. */
class HostileImagesProcessTest {
    private static final Portrait SOMEONE = Portraits.all().get(1);

    @TempDir
    private static Path folder;

    private static WorkerProcess worker;
    private static FaceService faces;

    @BeforeAll
    static void start() throws Exception {
        worker = new WorkerProcess(folder);
        worker.startReady(WorkerProcess.withToken(folder));
        faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN);
    }

    /** Still the same process, and nothing of a picture in its log. */
    @AfterAll
    static void stop() throws Exception {
        try {
            assertThat(faces.embedPortrait(SOMEONE.jpeg())).isInstanceOf(TemplateResult.Made.class);
            assertThat(Files.readString(worker.log())).doesNotContain("NOT-AN-IMAGE", "Exception", "script");
        } finally {
            worker.close();
        }
    }

    static List<HostileImage> corpus() {
        return HostileImages.all();
    }

    /** A harmless picture that is left of one shows nobody. */
    @ParameterizedTest
    @MethodSource("corpus")
    void noPortrait(HostileImage hostile) throws Exception {
        assertThat(faces.embedPortrait(hostile.file()))
                .isEqualTo(new TemplateResult.Refused(Problem.PORTRAIT_UNUSABLE));
        if (hostile.file().length < HostileImages.FAR_TOO_MUCH) {
            HttpResponse<String> answer = worker.sendPortrait(hostile.file()).get();
            assertThat(answer.statusCode()).isIn(200, 413);
            assertThat(answer.body()).doesNotContain("made");
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void noFrame(HostileImage hostile) {
        TemplateResult.Made reference = (TemplateResult.Made) faces.embedPortrait(SOMEONE.jpeg());
        byte[] state = ((ChallengeStep.Continue) faces.beginChallenge(reference.template())).state();
        ChallengeStep step = faces.judgeFrame(state, hostile.file());
        if (hostile.isPicture() && hostile.file().length <= HttpFaceService.MAX_FRAME_BYTES) {
            assertThat(step)
                    .isInstanceOfSatisfying(
                            ChallengeStep.Continue.class,
                            next -> assertThat(next.hint()).isEqualTo(FaceService.Hint.NO_FACE));
        } else {
            assertThat(step).isEqualTo(new ChallengeStep.Failed(Problem.FACE_IMAGE_UNUSABLE));
        }
    }

    /** Whoever goes round the client: the worker refuses by the announced length, and reads nothing. */
    @Test
    void fiftyMegabytesAreRefusedUnread() throws IOException {
        String head =
                "POST /v1/portraits HTTP/1.1\r\nHost: worker\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n";
        try (Socket socket =
                new Socket(worker.address().getHost(), worker.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(head.formatted(WorkerProcess.TOKEN, HostileImages.FAR_TOO_MUCH)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .startsWith("HTTP/1.1 413");
        }
    }
}
