package org.cyberspaceid.face.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged worker in a process of its own, with little memory. */
final class WorkerProcess implements AutoCloseable {
    static final String TOKEN = "a-token-that-only-the-tests-know";

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
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

    WorkerProcess start(Map<String, String> settings) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m", "-jar", JAR.toString());
        java.environment().put("FACE_PORT", String.valueOf(port));
        java.environment().putAll(settings);
        java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process = java.start();
        return this;
    }

    WorkerProcess startReady(Map<String, String> settings) throws IOException, InterruptedException {
        start(settings);
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
        HttpRequest ready =
                HttpRequest.newBuilder(address().resolve("/q/health/ready")).build();
        return http.send(ready, BodyHandlers.ofString());
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
