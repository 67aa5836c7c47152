package org.cyberspaceid.face.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One guarded way to the worker: bounded in number, in time, and by a circuit breaker. Never throws for what the worker does. */
final class WorkerConnection {
    private static final System.Logger LOG = System.getLogger(WorkerConnection.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BUSY_RETRY = Duration.ofSeconds(1);
    private static final long LONGEST_RETRY_SECONDS = 60;
    private static final int OK = 200;
    private static final int BUSY = 503;

    private final URI base;
    private final String token;
    private final WorkerLimits limits;
    private final HttpClient http;
    private final Semaphore calls;
    private final CircuitBreaker breaker;

    WorkerConnection(URI base, String token, WorkerLimits limits) {
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
        this.token = token;
        this.limits = limits;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.calls = new Semaphore(limits.maxConcurrentCalls());
        this.breaker = CircuitBreaker.of("face-worker", breakerConfig(limits));
    }

    private static CircuitBreakerConfig breakerConfig(WorkerLimits limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(2)
                .waitDurationInOpenState(limits.circuitOpenFor())
                .build();
    }

    /** Posts a body to a path of the worker. */
    WorkerAnswer post(String path, String contentType, byte[] body) {
        if (!calls.tryAcquire()) {
            return new WorkerAnswer.Away(BUSY_RETRY);
        }
        try {
            return breaker.tryAcquirePermission()
                    ? guarded(request(path, contentType, body))
                    : new WorkerAnswer.Away(limits.circuitOpenFor());
        } finally {
            calls.release();
        }
    }

    private HttpRequest request(String path, String contentType, byte[] body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(limits.answerTimeout())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private WorkerAnswer guarded(HttpRequest request) {
        long start = breaker.getCurrentTimestamp();
        try {
            HttpResponse<byte[]> response = send(request);
            if (response.statusCode() == BUSY) {
                // Alive and saying so: not a failure of the worker.
                succeeded(start);
                return new WorkerAnswer.Away(retryAfter(response));
            }
            if (response.statusCode() != OK) {
                return failed(start, new IOException("status " + response.statusCode()));
            }
            JsonNode json = JSON.readTree(response.body());
            succeeded(start);
            return new WorkerAnswer.Answered(json);
        } catch (IOException e) {
            return failed(start, e);
        }
    }

    /** Bounds the whole exchange: the request's own timeout ends with the response's headers. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return exchange.get(limits.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            exchange.cancel(true);
        }
    }

    private void succeeded(long start) {
        breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
    }

    private WorkerAnswer failed(long start, IOException why) {
        breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), why);
        LOG.log(System.Logger.Level.WARNING, "The face worker did not answer: {0}", why.getMessage());
        return new WorkerAnswer.Away(limits.circuitOpenFor());
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,3}"))
                .map(Long::parseLong)
                .map(seconds -> Duration.ofSeconds(Math.max(1, Math.min(seconds, LONGEST_RETRY_SECONDS))))
                .orElse(BUSY_RETRY);
    }
}
