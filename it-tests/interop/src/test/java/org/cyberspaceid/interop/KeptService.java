package org.cyberspaceid.interop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A service that leaves signing in to the Apache in front of it: answers with the claims that came with the request. */
final class KeptService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLAIM = "oidc_claim_";

    private final HttpServer server;

    KeptService() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", KeptService::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange call) throws IOException {
        Map<String, String> claims = new TreeMap<>();
        call.getRequestHeaders().forEach((name, values) -> {
            String header = name.toLowerCase(Locale.ROOT);
            if (header.startsWith(CLAIM)) {
                claims.put(header.substring(CLAIM.length()), values.get(0));
            }
        });
        byte[] body = JSON.writeValueAsBytes(claims);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
