package org.cyberspaceid.enrolment;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cyberspaceid.document.trust.TrustContent;
import org.cyberspaceid.document.trust.TrustContent.Country;

/** The trust store in Keycloak's metrics, by country. Times are seconds since 1970, so that an alert can subtract {@code time()}. */
final class TrustMetrics {
    private static final String PREFIX = "cyberspace_id_document_trust_";

    private final MultiGauge authorities = gauge("authorities", "Country signing certificates in use");
    private final MultiGauge nextExpiry = gauge("next_expiry_seconds", "When the first valid certificate ends");
    private final MultiGauge crlNextUpdate = gauge("crl_next_update_seconds", "When the first revocation list ends");
    private final MultiGauge crlInDate = gauge("crl_in_date", "1 when revocation can be told, 0 when it cannot");
    private final AtomicInteger loaded = Metrics.gauge(PREFIX + "loaded", new AtomicInteger());
    private final AtomicInteger leftOut = Metrics.gauge(PREFIX + "left_out", new AtomicInteger());

    void tell(TrustState state) {
        loaded.set(state.isSound() ? 1 : 0);
        leftOut.set(state.content().map(TrustContent::leftOut).orElse(0));
        set(authorities, state, country -> Optional.of(country.authorities()));
        set(nextExpiry, state, country -> country.nextExpiry().map(Instant::getEpochSecond));
        set(crlNextUpdate, state, country -> country.nextUpdate().map(Instant::getEpochSecond));
        set(
                crlInDate,
                state,
                country -> Optional.of(country.revocation() == TrustContent.RevocationState.IN_DATE ? 1 : 0));
    }

    private static void set(MultiGauge gauge, TrustState state, Function<Country, Optional<? extends Number>> value) {
        gauge.register(
                state.countries().entrySet().stream()
                        .flatMap(entry -> value
                                .apply(entry.getValue())
                                .map(number -> Row.of(Tags.of("country", entry.getKey()), (Number) number))
                                .stream())
                        .collect(Collectors.toList()),
                true);
    }

    private static MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(PREFIX + name).description(description).register(Metrics.globalRegistry);
    }
}
