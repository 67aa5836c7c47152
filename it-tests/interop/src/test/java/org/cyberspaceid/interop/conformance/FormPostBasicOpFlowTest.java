package org.cyberspaceid.interop.conformance;

import org.junit.jupiter.api.DisplayName;

@DisplayName("oidcc-formpost-basic-certification-test-plan")
class FormPostBasicOpFlowTest extends BasicOpModules {
    @Override
    Request requestTo(Rp client) {
        return new Request(client).with("response_mode", "form_post");
    }
}
