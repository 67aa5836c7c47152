package org.cyberspaceid.relyingparty.claims;

import io.micrometer.core.instrument.Metrics;

/** How often which client asked for what it may not, for oversight: no person has anything to do with it yet. */
final class RefusalCount {
    /** The counter {@value}, by client and code. Keycloak stores no event of a refused PAR request. */
    static final String NAME = "cyberspace_id_claims_requests_refused";

    private RefusalCount() {}

    static void add(String clientId, RequestProblem problem) {
        Metrics.counter(NAME, "client", clientId, "code", problem.code()).increment();
    }
}
