package org.cyberspaceid.mobile.outbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.mobile.SmsSenderProvider;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/** Posts {@code {"to", "text"}} to the sandbox's desk, which shows it instead of sending it. */
final class SandboxOutbox implements SmsSenderProvider {
    private static final Logger LOG = Logger.getLogger(SandboxOutbox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final String token;

    SandboxOutbox(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    @Override
    public boolean send(MobileNumber to, String text) {
        try {
            int status = http.send(request(to, text), BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warnf("the outbox at %s answered %d", url, status);
            }
            return status / 100 == 2;
        } catch (IOException down) {
            LOG.warnf(
                    "the outbox at %s did not answer: %s", url, down.getClass().getSimpleName());
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest request(MobileNumber to, String text) throws IOException {
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(
                        JsonSerialization.writeValueAsString(Map.of("to", to.e164(), "text", text))))
                .build();
    }

    @Override
    public void close() {
        // one for the server
    }
}
