package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the server whether it is there, and what it calls itself. */
final class ServerProbe {
    private static final Duration PATIENCE_PER_CALL = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(1);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE_PER_CALL).build();

    ServerProbe(URI server) {
        this.server = server;
    }

    /** Returns when the server answers or the time is up. */
    void await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers() && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_CALLS.toMillis());
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            get("/realms/master");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The issuer in the realm's discovery document. */
    String issuer() throws IOException, InterruptedException {
        JsonNode discovery =
                Json.MAPPER.readTree(get("/realms/" + RealmApplier.REALM + "/.well-known/openid-configuration"));
        return discovery.path("issuer").asText();
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create(server.toString().replaceFirst("/$", "") + path);
        var answer = http.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE_PER_CALL).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
