package org.cyberspaceid.realm;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

/** A refusal in the server's own words. */
final class Refusal {
    private static final int LONGEST = 500;

    private Refusal() {}

    static String of(WebApplicationException refused) {
        String status = "HTTP " + refused.getResponse().getStatus();
        try {
            String body = refused.getResponse().readEntity(String.class);
            return body.isBlank() ? status : status + " " + body.substring(0, Math.min(body.length(), LONGEST));
        } catch (ProcessingException | IllegalStateException alreadyRead) {
            return status + " " + refused.getMessage();
        }
    }
}
