package org.cyberspaceid.harness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The face worker's process; tests stop and start it to see what the rest does without it. */
public final class FaceWorker {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(12);
    private static final String JAR = "providers/face-evidence/worker/target/quarkus-app/quarkus-run.jar";
    private static final String OPTIONS = "providers/face-evidence/worker/java-options";

    private final int port;
    private final Path tokenFile;
    private final Path log;
    private ChildProcess process;

    FaceWorker(int port, Path tokenFile, Path log) {
        this.port = port;
        this.tokenFile = tokenFile;
        this.log = log;
    }

    /** Its address, whether it runs or not. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Path tokenFile() {
        return tokenFile;
    }

    public Path log() {
        return log;
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Starts it if it is down, and waits until it is ready. */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        process = ChildProcess.start("the face worker", command(), environment(), log);
        Readiness.await(process, url().resolve("/q/health/ready"), PATIENCE);
    }

    /** Stops it if it runs. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(GRACE);
        }
    }

    /** SIGKILL. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    private static List<String> command() {
        return List.of(
                Java.executable(),
                "@" + Repository.root().resolve(OPTIONS),
                "-jar",
                Repository.built(JAR).toString());
    }

    private Map<String, String> environment() {
        return Map.of(
                "MALLOC_ARENA_MAX",
                "2",
                "FACE_HOST",
                "127.0.0.1",
                "FACE_PORT",
                Integer.toString(port),
                "FACE_TOKEN_FILE",
                tokenFile.toString());
    }
}
