package org.cyberspaceid.interop.conformance;

import org.junit.jupiter.api.DisplayName;

@DisplayName("oidcc-basic-certification-test-plan")
class BasicOpFlowTest extends BasicOpModules {
    @Override
    Request requestTo(Rp client) {
        return new Request(client);
    }
}
