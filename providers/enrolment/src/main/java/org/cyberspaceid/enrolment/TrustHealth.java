package org.cyberspaceid.enrolment;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.cyberspaceid.document.trust.TrustContent.Country;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.keycloak.services.resources.KeycloakApplication;

/**
 * The trust store at {@code /health/well} and {@code /health}. Not part of readiness: people sign in without it, and taking every
 * node out of service because a file is broken would help nobody.
 */
@Wellness
@ApplicationScoped
public class TrustHealth implements HealthCheck {
    static final String NAME = "document-trust";

    @Override
    public HealthCheckResponse call() {
        TrustState state = ((DocumentTrustProviderFactory)
                        KeycloakApplication.getSessionFactory().getProviderFactory(DocumentTrustProvider.class))
                .state();
        return response(state);
    }

    static HealthCheckResponse response(TrustState state) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME)
                .status(state.isSound())
                .withData("countries", state.countries().size());
        state.failure().ifPresent(failure -> response.withData("failure", failure));
        state.content().ifPresent(content -> response.withData("left_out", content.leftOut()));
        state.countries().forEach((code, country) -> response.withData(code, line(country)));
        return response.build();
    }

    private static String line(Country country) {
        return "authorities %d, next expiry %s, revocation lists %s, next update %s"
                .formatted(
                        country.authorities(),
                        country.nextExpiry().map(Object::toString).orElse("none valid"),
                        country.revocation().name().toLowerCase(Locale.ROOT),
                        country.nextUpdate().map(Object::toString).orElse("none"));
    }
}
