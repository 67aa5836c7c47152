package org.cyberspaceid.enrolment;

import java.util.Optional;
import org.keycloak.common.VerificationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.DPoPUtil;

/** Proof that a request comes from the holder of a key (RFC 9449), checked by Keycloak: signature, method, address, age, single use. */
final class ReaderProof {
    /** The error of RFC 9449, section 5. */
    static final String INVALID = "invalid_dpop_proof";

    private ReaderProof() {}

    /** The RFC 7638 thumbprint of the key, or empty without a good proof. */
    static Optional<String> keyThumbprint(KeycloakSession session) {
        try {
            return Optional.of(new DPoPUtil.Validator(session)
                    .request(session.getContext().getHttpRequest())
                    .uriInfo(session.getContext().getUri())
                    .validate()
                    .getThumbprint());
        } catch (VerificationException | RuntimeException bad) {
            return Optional.empty();
        }
    }
}
