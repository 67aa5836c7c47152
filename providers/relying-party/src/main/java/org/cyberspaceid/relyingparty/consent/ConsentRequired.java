package org.cyberspaceid.relyingparty.consent;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;

/**
 * Ends a {@code prompt=none} request with an answer of ours. Keycloak 26.7 asks no provider there: it creates its login protocol
 * itself and says {@code interaction_required} of every required action. Only the answer that an exception carries gets through
 * ({@code AuthenticationProcessor.handleBrowserException}). It has no stack trace: Keycloak logs it, and nothing went wrong.
 */
final class ConsentRequired extends AuthenticationFlowException {
    private static final long serialVersionUID = 1L;

    private final transient Response answer;

    ConsentRequired(String code, Response answer) {
        super(code, null, false, false, AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR);
        this.answer = answer;
    }

    @Override
    public Response getResponse() {
        return answer;
    }

    /** Becomes the detail {@code authentication_error_detail} of the event. */
    @Override
    public String getEventDetails() {
        return getMessage();
    }
}
