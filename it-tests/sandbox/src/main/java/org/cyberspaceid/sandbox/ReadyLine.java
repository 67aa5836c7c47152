package org.cyberspaceid.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;

/**
 * What the sandbox prints when everything answers; programs read it.
 *
 * @param issuer as in discovery
 * @param isps the demo ISPs' addresses
 * @param desk the desk's address
 * @param admin Keycloak's administrator
 */
public record ReadyLine(String issuer, List<URI> isps, URI desk, Admin admin) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where and as whom one administers. */
    public record Admin(String url, String user, String password) {}

    /** {@code READY } and a JSON object, one line. */
    public String text() {
        try {
            return "READY " + JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
