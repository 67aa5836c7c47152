package org.cyberspaceid.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Waits for a process to answer its health address with 200. */
public final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    /**
     * Waits.
     *
     * @throws HarnessException when the process ends or the patience does, with the tail of its log
     */
    public static void await(ChildProcess process, URI health, Duration patience) {
        await(process::isAlive, process::failure, health, patience);
        process.watchFamily();
    }

    /** Waits until the process listens, for one without a health address. */
    public static void await(ChildProcess process, int port, Duration patience) {
        await(() -> listens(port), process::isAlive, process::failure, patience, "port " + port);
        process.watchFamily();
    }

    private static boolean listens(int port) {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for what is no process of ours. */
    static void await(
            BooleanSupplier isAlive, Function<String, HarnessException> failure, URI health, Duration patience) {
        await(() -> answers(health), isAlive, failure, patience, health.toString());
    }

    /** Waits for what has another way to say that it is ready. */
    static void await(
            BooleanSupplier isReady,
            BooleanSupplier isAlive,
            Function<String, HarnessException> failure,
            Duration patience,
            String where) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady.getAsBoolean()) {
            if (!isAlive.getAsBoolean()) {
                throw failure.apply("ended before it was ready");
            }
            if (System.nanoTime() > deadline) {
                throw failure.apply("was not ready after " + patience.toSeconds() + " s (" + where + ")");
            }
            pause();
        }
    }

    /** Whether the address answers 200 now. */
    public static boolean answers(URI health) {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted while waiting for " + health, stop);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted while waiting", stop);
        }
    }
}
