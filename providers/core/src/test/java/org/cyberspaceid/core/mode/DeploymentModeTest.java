package org.cyberspaceid.core.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentModeTest {
    @Test
    void isProductionUnlessSaidOtherwise() {
        assertThat(DeploymentMode.from(Map.of())).isEqualTo(DeploymentMode.PRODUCTION);
        assertThat(DeploymentMode.from(Map.of(DeploymentMode.SETTING, "sandbox")))
                .isEqualTo(DeploymentMode.SANDBOX);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> DeploymentMode.from(Map.of(DeploymentMode.SETTING, "debug")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sandboxPartsDoNotStartInProduction() {
        assertThatThrownBy(() -> DeploymentMode.PRODUCTION.requireSandbox("the SMS outbox"))
                .hasMessageContaining("does not start in production");
        assertThatCode(() -> DeploymentMode.SANDBOX.requireSandbox("the SMS outbox"))
                .doesNotThrowAnyException();
    }
}
