package org.cyberspaceid.face.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cyberspaceid.core.face.FaceService.ChallengeStep;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker that is away or talks nonsense is an expected answer, never a verdict. The real worker is shown in the worker's own tests. */
class HttpFaceServiceTest {
    private static final byte[] FRAME = {1};
    private static final String PASSED =
            "{\"outcome\":\"passed\",\"similarity\":1.0,\"model\":\"m\",\"embedding\":\"AACAPw==\"}";

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer worker;
    private HttpFaceService faces;
    private volatile int status;
    private volatile String retryAfter;
    private volatile String answer = PASSED;

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        worker.start();
        faces = new HttpFaceService(
                URI.create("http://127.0.0.1:" + worker.getAddress().getPort()), "t0ken");
    }

    @AfterEach
    void stopWorker() {
        worker.stop(0);
    }

    @Test
    void aVerdictIsPassedOn() {
        status = 200;
        assertThat(faces.judgeFrame(FRAME, FRAME)).isInstanceOfSatisfying(ChallengeStep.Passed.class, passed -> {
            assertThat(passed.live().model()).isEqualTo("m");
            assertThat(passed.live().embedding()).containsExactly(1f);
        });
    }

    @Test
    void noWorkerIsNoVerdict() {
        worker.stop(0);
        assertThat(faces.judgeFrame(FRAME, FRAME)).isInstanceOf(ChallengeStep.Unavailable.class);
        assertThat(faces.embedPortrait(FRAME)).isInstanceOf(TemplateResult.Unavailable.class);
    }

    @Test
    void anErrorOfTheWorkerIsNoVerdictWhateverItSays() {
        status = 500;
        assertThat(faces.judgeFrame(FRAME, FRAME)).isInstanceOf(ChallengeStep.Unavailable.class);
    }

    @Test
    void anAnswerThatMakesNoSenseIsNoVerdict() {
        status = 200;
        for (String nonsense : new String[] {"", "{}", "[]", "passed", "{\"outcome\":\"perhaps\"}"}) {
            answer = nonsense;
            assertThat(faces.judgeFrame(FRAME, FRAME)).as(nonsense).isInstanceOf(ChallengeStep.Unavailable.class);
        }
    }

    @Test
    void aBusyWorkerSaysWhenToComeAgainAndIsNotTakenForABrokenOne() {
        status = 503;
        retryAfter = "7";
        for (int call = 0; call < 20; call++) {
            assertThat(faces.judgeFrame(FRAME, FRAME)).isEqualTo(new ChallengeStep.Unavailable(Duration.ofSeconds(7)));
        }
        assertThat(asked).hasValue(20);
        retryAfter = "999";
        assertThat(faces.embedPortrait(FRAME)).isEqualTo(new TemplateResult.Unavailable(Duration.ofSeconds(60)));
        retryAfter = "Sun, 29 Nov 2026 10:00:00 GMT";
        assertThat(faces.embedPortrait(FRAME)).isEqualTo(new TemplateResult.Unavailable(Duration.ofSeconds(1)));
    }

    @Test
    void aWorkerThatFailsIsLeftAloneForAWhile() {
        status = 500;
        for (int call = 0; call < 20; call++) {
            assertThat(faces.judgeFrame(FRAME, FRAME)).isInstanceOf(ChallengeStep.Unavailable.class);
        }
        assertThat(asked).hasValue(5);
    }
}
