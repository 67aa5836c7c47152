package org.cyberspaceid.document.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** One attempt at the registry: over TLS with our certificate, without redirects, bounded in time and size. */
final class RegistryConnection {
    /** The largest answer, in bytes. */
    static final int LARGEST_ANSWER = 8 * 1024;

    private static final String PATH = "/v1/confirmations";
    private static final Set<Integer> MAY_PASS = Set.of(502, 503, 504);
    private static final int OK = 200;

    private final URI address;
    private final RegistryLimits limits;
    private final HttpClient http;

    /** @throws IllegalArgumentException when the address is not {@code https} */
    RegistryConnection(URI base, SSLContext tls, RegistryLimits limits) {
        if (!"https".equals(base.getScheme())) {
            throw new IllegalArgumentException("the population registry's address must be https");
        }
        this.address = URI.create(base.toString().replaceAll("/+$", "") + PATH);
        this.limits = limits;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(limits.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A failure that another attempt may not meet. */
    static final class MayPassException extends IOException {
        private static final long serialVersionUID = 1L;

        MayPassException(String what, Throwable cause) {
            super(what, cause);
        }
    }

    byte[] post(byte[] question) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limits.answerTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(question))
                .build();
        HttpResponse<byte[]> answer = send(request);
        if (MAY_PASS.contains(answer.statusCode())) {
            throw new MayPassException("status " + answer.statusCode(), null);
        }
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    /** Bounds the whole exchange: the request's own timeout ends with the response's headers. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, LimitedBody.upTo(LARGEST_ANSWER));
        try {
            return exchange.get(limits.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof SSLException refused
                    ? new IOException("TLS: " + refused.getMessage(), refused)
                    : new MayPassException(failed.getCause().getClass().getSimpleName(), failed.getCause());
        } catch (TimeoutException late) {
            throw new MayPassException("no answer in time", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        } finally {
            exchange.cancel(true);
        }
    }
}
