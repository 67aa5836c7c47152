package org.cyberspaceid.face.worker;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;

/** The secret that Keycloak and the worker share. Read at the start: a worker without one does not run. */
@Startup
@ApplicationScoped
public class SharedSecret {
    private static final int SHORTEST = 16;

    private final byte[] authorization;

    SharedSecret(WorkerConfig config) throws IOException {
        String token = Files.readString(config.tokenFile()).strip();
        if (token.length() < SHORTEST) {
            throw new IllegalStateException("The token in " + config.tokenFile() + " is shorter than " + SHORTEST);
        }
        authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this Authorization header carries the secret; takes the same time wherever they differ. */
    boolean isIn(String header) {
        return header != null && MessageDigest.isEqual(authorization, header.getBytes(StandardCharsets.UTF_8));
    }
}
