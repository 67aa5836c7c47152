package org.cyberspaceid.relyingparty.securityevent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What one ISP is to be told of one person.
 *
 * @param issuer as in the ISP's ID tokens
 * @param clientId of the ISP
 * @param subject the person's {@code sub} there
 * @param id the token's {@code jti}: the same at every attempt, so that an ISP that hears twice can tell
 * @param time the token's {@code iat}, seconds since 1970
 */
record SecurityEvent(String issuer, String clientId, String subject, SecurityEventType type, String id, long time) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("always JSON", impossible);
        }
    }

    static SecurityEvent of(String json) {
        try {
            return JSON.readValue(json, SecurityEvent.class);
        } catch (IOException broken) {
            // Without the cause: its message could quote the person.
            throw new IllegalStateException("not a security event");
        }
    }
}
