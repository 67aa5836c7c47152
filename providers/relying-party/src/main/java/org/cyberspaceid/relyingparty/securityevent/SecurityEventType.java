package org.cyberspaceid.relyingparty.securityevent;

import java.util.Map;

/**
 * What ISPs are told, of the OpenID RISC Profile Specification 1.0, section 2. None tells why: a reason would be personal. None tells
 * when either, for the same time at two ISPs would say that it was one person.
 */
public enum SecurityEventType {
    /** The ID is no more (2.2). */
    ACCOUNT_PURGED("account-purged", Map.of()),
    /** The ID cannot be used at present (2.3). */
    ACCOUNT_DISABLED("account-disabled", Map.of()),
    /** It can be used again (2.4). */
    ACCOUNT_ENABLED("account-enabled", Map.of()),
    /** Somebody else may have used it (2.7); {@code credential_type} is required, of the values of CAEP 1.0, 3.2. */
    CREDENTIAL_COMPROMISE("credential-compromise", Map.of("credential_type", "password"));

    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    private final String code;
    private final Map<String, String> details;

    SecurityEventType(String code, Map<String, String> details) {
        this.code = code;
        this.details = details;
    }

    /** The member of {@code events}. */
    String uri() {
        return RISC + code;
    }

    /** Its value. */
    Map<String, String> details() {
        return details;
    }
}
