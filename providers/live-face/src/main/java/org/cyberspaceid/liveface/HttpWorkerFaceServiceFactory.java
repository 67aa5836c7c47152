package org.cyberspaceid.liveface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.face.client.HttpFaceService;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The face worker over HTTP: one client per server, since circuit breaker and concurrency bound live in it. */
public final class HttpWorkerFaceServiceFactory implements FaceServiceProviderFactory {
    public static final String PROVIDER_ID = "http-worker";

    /** Setting: the worker's base address. */
    static final String URL = "url";

    /** Setting: file with the secret shared with the worker. */
    static final String TOKEN_FILE = "token-file";

    private String url;
    private String tokenFile;
    private volatile FaceService service;

    @Override
    public void init(Config.Scope config) {
        url = config.get(URL);
        tokenFile = config.get(TOKEN_FILE);
    }

    @Override
    public FaceServiceProvider create(KeycloakSession session) {
        return new FaceServiceProvider() {
            @Override
            public FaceService faces() {
                return connected();
            }

            @Override
            public void close() {
                // The client outlives the request.
            }
        };
    }

    private synchronized FaceService connected() {
        if (service == null) {
            service = new HttpFaceService(URI.create(required(URL, url)), token());
        }
        return service;
    }

    private String token() {
        try {
            return Files.readString(Path.of(required(TOKEN_FILE, tokenFile))).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the face worker's token file cannot be read", unreadable);
        }
    }

    private static String required(String setting, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "spi-" + FaceServiceSpi.NAME + "--" + PROVIDER_ID + "--" + setting + " is not set");
        }
        return value;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Connects at first use: enrolment without a worker says so on its page, sign-in does not need one.
    }

    @Override
    public void close() {
        // The HTTP client ends with the process.
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
