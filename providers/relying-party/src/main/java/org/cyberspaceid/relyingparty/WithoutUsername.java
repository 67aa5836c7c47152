package org.cyberspaceid.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.keycloak.events.EventBuilder;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.util.JsonSerialization;

/** Introspection without {@code username}: stock Keycloak adds it, the same at every ISP (RFC 7662, 5: privacy). */
final class WithoutUsername implements TokenIntrospectionProvider {
    private static final String USERNAME = "username";

    private final TokenIntrospectionProvider stock;

    WithoutUsername(TokenIntrospectionProvider stock) {
        this.stock = stock;
    }

    @Override
    public Response introspect(String unverifiedToken, EventBuilder event) {
        Response answer = stock.introspect(unverifiedToken, event);
        return answer.getEntity() instanceof byte[] json
                ? Response.fromResponse(answer)
                        .entity(strip(json))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : answer;
    }

    static byte[] strip(byte[] json) {
        try {
            ObjectNode claims = JsonSerialization.readValue(json, ObjectNode.class);
            claims.remove(USERNAME);
            return JsonSerialization.writeValueAsBytes(claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stock.close();
    }
}
