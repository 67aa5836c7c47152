package org.cyberspaceid.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxSettingsTest {
    @Test
    void hasTheDocumentedDefaults() {
        SandboxSettings settings = SandboxSettings.from(Map.of());

        assertThat(settings.keycloakPort()).isEqualTo(8080);
        assertThat(settings.ispPort()).isEqualTo(8090);
        assertThat(settings.deskPort()).isEqualTo(8099);
        assertThat(settings.facePort()).isEqualTo(8085);
        assertThat(settings.fresh()).isFalse();
        assertThat(settings.personas()).isTrue();
        assertThat(settings.issuerBase()).isEmpty();
        assertThat(settings.folder()).hasFileName("data-8080");
    }

    @Test
    void readsWhatTheCommandLineSets() {
        SandboxSettings settings = SandboxSettings.from(Map.of(
                "port.keycloak",
                "18080",
                "fresh",
                "true",
                "issuer.base",
                "https://id.example/",
                "sandbox.personas",
                "false"));

        assertThat(settings.keycloakPort()).isEqualTo(18080);
        assertThat(settings.fresh()).isTrue();
        assertThat(settings.personas()).isFalse();
        assertThat(settings.issuerBase()).contains(URI.create("https://id.example"));
        assertThat(settings.folder()).as("two sandboxes keep apart").hasFileName("data-18080");
    }

    @Test
    void emptyIsAsAbsentBecauseTheBuildHandsEverythingOn() {
        SandboxSettings settings = SandboxSettings.from(Map.of("issuer.base", "", "fresh", "false"));

        assertThat(settings.issuerBase()).isEmpty();
        assertThat(settings.fresh()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65535", "70000", "http", "80 80"})
    void namesThePortThatCannotBe(String port) {
        assertThatThrownBy(() -> SandboxSettings.from(Map.of("port.desk", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Dport.desk");
    }

    @Test
    void takesOnlyHttpsForTheProxy() {
        assertThatThrownBy(() -> SandboxSettings.from(Map.of("issuer.base", "http://id.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Dissuer.base");
    }
}
