package org.cyberspaceid.relyingparty.claims;

import java.util.Locale;
import org.keycloak.OAuthErrorException;

/** Why a request for claims is refused. The code is the {@code error_description} that the ISP's developer reads; it names no person. */
public enum RequestProblem {
    /** Not the JSON of OIDC Core 5.5 or of OpenID Connect for Identity Assurance 1.0. */
    CLAIMS_MALFORMED(OAuthErrorException.INVALID_REQUEST),
    /** Longer than {@link ClaimsRequest#MAX_LENGTH}. */
    CLAIMS_TOO_LONG(OAuthErrorException.INVALID_REQUEST),
    /** {@code acr} in a {@code claims} parameter that Keycloak does not read otherwise: the level would be lost. */
    ACR_BESIDE_EXTENSIONS(OAuthErrorException.INVALID_REQUEST),
    /** A claim of the table that is not on the client's allow-list. */
    CLAIM_NOT_ALLOWED(OAuthErrorException.INVALID_SCOPE),
    /** {@code name} and {@code document_number} to compare would stand in a log. */
    IDENTITY_MATCH_ONLY_BY_PAR(OAuthErrorException.INVALID_REQUEST),
    /** It takes a string as {@code value} of {@code name} and of {@code document_number}, once in a request. */
    IDENTITY_MATCH_INCOMPLETE(OAuthErrorException.INVALID_REQUEST),
    /** Values that identify a person go to userinfo only. */
    REAL_IDENTITY_ONLY_IN_USERINFO(OAuthErrorException.INVALID_REQUEST),
    /** The scope alone says no value by name. */
    REAL_IDENTITY_NAMES_NO_VALUE(OAuthErrorException.INVALID_REQUEST),
    /** The client carries no legal basis, or that does not cover a value. */
    LEGAL_BASIS_MISSING(OAuthErrorException.INVALID_SCOPE);

    private final String error;

    RequestProblem(String error) {
        this.error = error;
    }

    /** The OAuth error. */
    public String error() {
        return error;
    }

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
