package org.cyberspaceid.enrolment;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;

/** What a page posted. Everything in it is untrusted. */
final class Form {
    private static final int LONGEST = 256;

    private final MultivaluedMap<String, String> fields;

    private Form(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    static Form of(AuthenticationFlowContext context) {
        return new Form(context.getHttpRequest().getDecodedFormParameters());
    }

    /** Which button was pressed; {@code continue} for the primary one. */
    String action() {
        String action = text("action");
        return action.isEmpty() ? "continue" : action;
    }

    /** A field without surrounding blanks; empty when absent or longer than anything we ask for. */
    String text(String name) {
        String value = fields.getFirst(name);
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }
}
