package org.cyberspaceid.face.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged worker in a process of its own, with little memory. */
final class WorkerProcess implements AutoCloseable {
    static final String TOKEN = "a-token-that-only-the-tests-know";

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path OPTIONS = Path.of("java-options");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Path folder;
    private Process process;

    WorkerProcess(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** @param javaOptions beyond those that the worker is deployed with */
    WorkerProcess start(Map<String, String> settings, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "@" + OPTIONS));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-jar", JAR.toString()));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().put("MALLOC_ARENA_MAX", "2");
        java.environment().put("FACE_PORT", String.valueOf(port));
        java.environment().putAll(settings);
        java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = java.start();
        return this;
    }

    WorkerProcess startReady(Map<String, String> settings, String... javaOptions)
            throws IOException, InterruptedException {
        start(settings, javaOptions);
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                if (ready().statusCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The worker did not become ready: " + Files.readString(log()));
    }

    HttpResponse<String> ready() throws IOException, InterruptedException {
        return get("/q/health/ready");
    }

    /** One of the worker's metrics, labels and all; 0 when it does not show it. */
    double metric(String nameAndLabels) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(nameAndLabels + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.ofString());
    }

    /** A portrait, sent; the answer comes later. */
    CompletableFuture<HttpResponse<String>> sendPortrait(byte[] portrait) {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/v1/portraits"))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofByteArray(portrait))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** SIGTERM, as from whoever runs it. */
    void terminate() {
        process.destroy();
    }

    /** A signal by its name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** What it occupies of the machine's memory, bytes: VmRSS of proc(5). */
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> withToken(Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        return Map.of("FACE_TOKEN_FILE", token.toString());
    }

    int awaitExit() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : 0;
    }

    Path log() {
        return folder.resolve("worker-" + port + ".log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
