package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.core.face.FaceService.TemplateResult;
import org.cyberspaceid.face.client.HttpFaceService;
import org.cyberspaceid.face.client.WorkerLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker when too much is asked of it: what it costs is the request, and at worst the process, never the caller. */
class TroubleProcessTest {
    private static final Portrait SOMEONE = Portraits.all().get(1);
    private static final WorkerLimits IMPATIENT =
            new WorkerLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), 16, Duration.ofSeconds(1));

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
    void whoFindsTheQueueFullIsToldWhenToComeAgain() throws Exception {
        worker.startReady(with(Map.of("FACE_CONCURRENCY", "1", "FACE_QUEUE", "3")));
        List<HttpResponse<String>> answers = all(burst(16));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).contains("1"));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .as("the one that was worked on, and those that waited")
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(worker.metric("face_turned_away_total"))
                .isEqualTo(answers.stream().filter(a -> a.statusCode() == 503).count());
    }

    @Test
    void whoIsInTheQueueWaitsAndIsServed() throws Exception {
        worker.startReady(with(Map.of("FACE_CONCURRENCY", "1", "FACE_QUEUE", "8", "FACE_QUEUE_WAIT", "PT30S")));
        assertThat(all(burst(9))).extracting(HttpResponse::statusCode).containsOnly(200);
    }

    @Test
    void nobodyWaitsLongerThanTheQueueAllows() throws Exception {
        worker.startReady(with(Map.of("FACE_CONCURRENCY", "1", "FACE_QUEUE", "8", "FACE_QUEUE_WAIT", "PT0.001S")));
        assertThat(all(burst(9))).extracting(HttpResponse::statusCode).contains(503);
    }

    @Test
    void whatIsWorkedOnIsAnsweredBeforeItEnds() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        List<CompletableFuture<HttpResponse<String>>> calls = burst(2, HostileJpeg2000s.largest());
        while (worker.metric("face_calls_working") < 2) {
            Thread.sleep(1);
        }
        worker.terminate();
        assertThat(calls).as("long calls").noneMatch(CompletableFuture::isDone);
        assertThat(all(calls)).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(worker.awaitExit()).as("143 is SIGTERM").isEqualTo(143);
        assertThat(worker.sendPortrait(SOMEONE.jpeg())).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aCallThatDoesNotEndEndsTheProcessAndNotTheCaller() throws Exception {
        worker.startReady(with(Map.of("FACE_LONGEST_CALL", "PT0.004S")));
        FaceService faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN, IMPATIENT);
        assertThat(faces.embedPortrait(SOMEONE.jpeg())).isInstanceOf(TemplateResult.Unavailable.class);
        assertThat(worker.awaitExit()).isEqualTo(LongestCall.EXIT);
        worker.startReady(WorkerProcess.withToken(folder));
        assertThat(served(faces)).isInstanceOf(TemplateResult.Made.class);
    }

    /** Not a slow call but a process that does nothing any more. */
    @Test
    void aWorkerThatHangsCostsTheCallerItsPatience() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        FaceService faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN, IMPATIENT);
        worker.signal("STOP");
        long since = System.nanoTime();
        assertThat(faces.embedPortrait(SOMEONE.jpeg())).isInstanceOf(TemplateResult.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(8));
        worker.signal("CONT");
        assertThat(served(faces)).isInstanceOf(TemplateResult.Made.class);
    }

    @Test
    void callsThatExhaustMemoryEndTheProcessAndNotTheCaller() throws Exception {
        Map<String, String> tooMany = with(Map.of("FACE_CONCURRENCY", "8", "FACE_QUEUE", "0"));
        worker.startReady(tooMany, "-Xms8m", "-Xmx96m");
        FaceService faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN, IMPATIENT);
        List<CompletableFuture<HttpResponse<String>>> calls = burst(8, HostileJpeg2000s.largest());
        assertThat(worker.awaitExit()).as("ExitOnOutOfMemoryError").isEqualTo(3);
        assertThat(calls).allMatch(call -> call.handle((answer, broken) -> true).join());
        assertThat(faces.embedPortrait(SOMEONE.jpeg())).isInstanceOf(TemplateResult.Unavailable.class);
        worker.startReady(WorkerProcess.withToken(folder));
        assertThat(served(faces)).isInstanceOf(TemplateResult.Made.class);
    }

    @Test
    void itsHeapHoldsTheLargestPicturesAtAllPlaces() throws Exception {
        worker.startReady(with(Map.of("FACE_QUEUE_WAIT", "PT30S")));
        assertThat(all(burst(8, HostileJpeg2000s.largest())))
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        assertThat(worker.residentBytes()).isLessThan(SustainedLoad.MOST_RESIDENT);
    }

    @Test
    void itsMetricsTellOfTheWorkAndOfNobody() throws Exception {
        worker.startReady(WorkerProcess.withToken(folder));
        FaceService faces = new HttpFaceService(worker.address(), WorkerProcess.TOKEN);
        assertThat(faces.embedPortrait(SOMEONE.jpeg())).isInstanceOf(TemplateResult.Made.class);
        assertThat(faces.embedPortrait(HostileJpegs.small())).isInstanceOf(TemplateResult.Refused.class);
        for (String stage : List.of("decode", "detect", "mesh", "embed", "queue")) {
            assertThat(worker.metric("face_stage_seconds_count{stage=\"" + stage + "\"}"))
                    .as(stage)
                    .isPositive();
        }
        assertThat(worker.metric("face_verdicts_total{call=\"portrait\",outcome=\"made\",problem=\"none\"}"))
                .isEqualTo(1);
        assertThat(worker.metric(
                        "face_verdicts_total{call=\"portrait\",outcome=\"refused\",problem=\"portrait_unusable\"}"))
                .isEqualTo(1);
        assertThat(worker.get("/q/metrics").body().lines().filter(line -> line.startsWith("face_")))
                .as("words of ours alone")
                .allMatch(line -> line.matches("face_[a-z_]+(\\{[a-z_0-9=\",.+Inf]*})? [0-9.E-]+"));
    }

    /** Until the caller tries the worker again: it leaves one alone that failed. */
    private static TemplateResult served(FaceService faces) throws InterruptedException {
        TemplateResult result = faces.embedPortrait(SOMEONE.jpeg());
        for (int i = 0; i < 20 && result instanceof TemplateResult.Unavailable; i++) {
            Thread.sleep(500);
            result = faces.embedPortrait(SOMEONE.jpeg());
        }
        return result;
    }

    private List<CompletableFuture<HttpResponse<String>>> burst(int calls) {
        return burst(calls, SOMEONE.jpeg());
    }

    private List<CompletableFuture<HttpResponse<String>>> burst(int calls, byte[] portrait) {
        return IntStream.range(0, calls)
                .mapToObj(i -> worker.sendPortrait(portrait))
                .toList();
    }

    private static List<HttpResponse<String>> all(List<CompletableFuture<HttpResponse<String>>> calls) {
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private Map<String, String> with(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(WorkerProcess.withToken(folder));
        settings.putAll(more);
        return settings;
    }
}
