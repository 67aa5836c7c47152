package org.cyberspaceid.flows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What Keycloak's management interface says: health and metrics. */
final class Management {
    private Management() {}

    static String metrics(World world) {
        return answer(world, "/metrics");
    }

    static String answer(World world, String path) {
        URI uri = world.sandbox().harness().managementUrl().resolve(path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException unanswered) {
            throw new AssertionError(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
