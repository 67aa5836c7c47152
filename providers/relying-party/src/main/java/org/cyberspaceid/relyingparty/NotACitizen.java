package org.cyberspaceid.relyingparty;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.services.ErrorResponseException;

/** The user has no record in the vault, so there is nothing an ISP may be told: an OAuth error, never Keycloak's internal id. */
public final class NotACitizen {
    /** The public {@code error_description} code of {@code oidc.md}. */
    public static final String DESCRIPTION = "identity_not_proofed";

    private NotACitizen() {}

    public static ErrorResponseException refusal() {
        return new ErrorResponseException(OAuthErrorException.INVALID_GRANT, DESCRIPTION, Response.Status.BAD_REQUEST);
    }
}
