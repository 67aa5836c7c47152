package org.cyberspaceid.relyingparty.securityevent;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpStatus;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/** Pushes a token (RFC 8935, 2): by Keycloak's HTTP client and its trust store, to this address and no other, and not for long. */
final class Push {
    private static final String MEDIA_TYPE = "application/secevent+jwt";
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 8935, 2.4. Anything else that an ISP writes does not come into our log. */
    private static final Set<String> CODES = Set.of(
            "invalid_request",
            "invalid_key",
            "invalid_issuer",
            "invalid_audience",
            "authentication_failed",
            "access_denied");

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadline;

    Push(KeycloakSession session, ScheduledExecutorService deadline) {
        this(session.getProvider(HttpClientProvider.class).getHttpClient(), deadline);
    }

    Push(CloseableHttpClient http, ScheduledExecutorService deadline) {
        this.http = http;
        this.deadline = deadline;
    }

    /** @param deadline ends a call that trickles on */
    PushAnswer send(URI endpoint, String token) {
        HttpPost post = post(endpoint, token);
        Future<?> end = deadline.schedule(post::abort, WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS);
        try (CloseableHttpResponse answer = http.execute(post)) {
            return read(answer);
        } catch (IOException unreachable) {
            return new PushAnswer.Failed(unreachable.getClass().getSimpleName());
        } finally {
            end.cancel(false);
            post.releaseConnection();
        }
    }

    private static HttpPost post(URI endpoint, String token) {
        HttpPost post = new HttpPost(endpoint);
        int silence = Math.toIntExact(SILENCE.toMillis());
        post.setConfig(RequestConfig.custom()
                .setConnectTimeout(silence)
                .setConnectionRequestTimeout(silence)
                .setSocketTimeout(silence)
                .setRedirectsEnabled(false)
                .build());
        post.setHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        post.setHeader(HttpHeaders.ACCEPT, "application/json");
        post.setEntity(new ByteArrayEntity(token.getBytes(StandardCharsets.US_ASCII)));
        return post;
    }

    private static PushAnswer read(CloseableHttpResponse answer) throws IOException {
        int status = answer.getStatusLine().getStatusCode();
        if (status == HttpStatus.SC_ACCEPTED) {
            return new PushAnswer.Accepted();
        }
        String code = status == HttpStatus.SC_BAD_REQUEST ? code(answer.getEntity()) : "";
        return CODES.contains(code) ? new PushAnswer.Refused(code) : new PushAnswer.Failed("status " + status);
    }

    private static String code(HttpEntity unverified) throws IOException {
        if (unverified == null) {
            return "";
        }
        byte[] answer = unverified.getContent().readNBytes(LONGEST_ANSWER);
        try {
            return JSON.readTree(answer).path("err").asText();
        } catch (IOException notJson) {
            return "";
        }
    }
}
