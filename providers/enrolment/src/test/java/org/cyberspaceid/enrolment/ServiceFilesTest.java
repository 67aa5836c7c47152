package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.provider.Spi;
import org.keycloak.services.resource.RealmResourceProviderFactory;

class ServiceFilesTest {
    @Test
    void theFlowsStepsAreFoundByTheirAgreedNames() {
        assertThat(ServiceLoader.load(AuthenticatorFactory.class).stream()
                        .filter(p -> p.type().getPackageName().equals(getClass().getPackageName()))
                        .map(p -> p.get().getId())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "enrolment-notice",
                        "enrolment-document",
                        "enrolment-face",
                        "enrolment-mobile-number",
                        "enrolment-password",
                        "enrolment-issue",
                        "recovery-wait",
                        "recovery-finish");
    }

    @Test
    void theBoundariesAreSpisAndTheEndpointsAreRegistered() {
        assertThat(ServiceLoader.load(Spi.class).stream().map(p -> p.get().getName()))
                .contains("document-trust", "face-service", "population-registry");
        assertThat(ServiceLoader.load(RealmResourceProviderFactory.class).stream()
                        .map(p -> p.get().getId()))
                .contains("reader", "enrolment");
        assertThat(getClass().getResource("/META-INF/beans.xml")).isNotNull();
    }
}
