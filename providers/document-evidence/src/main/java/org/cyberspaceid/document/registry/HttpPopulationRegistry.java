package org.cyberspaceid.document.registry;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.registry.PopulationRegistry;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.cyberspaceid.document.registry.RegistryConnection.MayPassException;

/**
 * A registry behind HTTPS with client certificates ({@code providers/docs/population-registry.openapi.json}). Safe for use by many
 * threads; one instance per server, because the circuit breaker lives in it. What is asked and answered is not logged.
 */
public final class HttpPopulationRegistry implements PopulationRegistry {
    private static final System.Logger LOG = System.getLogger(HttpPopulationRegistry.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REQUEST_ID_BYTES = 16;
    private static final double BACK_OFF = 2;
    private static final double SPREAD = 0.5;

    private final String code;
    private final RegistryConnection connection;
    private final CircuitBreaker breaker;
    private final Retry retry;

    /**
     * A registry.
     *
     * @param code names the registry in person references
     * @param base its address, {@code https}
     * @param tls see {@link RegistryTls}
     * @throws IllegalArgumentException when the address is not {@code https}
     */
    public HttpPopulationRegistry(String code, URI base, SSLContext tls, RegistryLimits limits) {
        this.code = code;
        this.connection = new RegistryConnection(base, tls, limits);
        this.breaker = CircuitBreaker.of(
                "population-registry",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .waitDurationInOpenState(limits.circuitOpenFor())
                        .build());
        this.retry = Retry.of(
                "population-registry",
                RetryConfig.custom()
                        .maxAttempts(limits.attempts())
                        .intervalFunction(
                                IntervalFunction.ofExponentialRandomBackoff(limits.firstPause(), BACK_OFF, SPREAD))
                        .retryExceptions(MayPassException.class)
                        .build());
    }

    @Override
    public RegistryAnswer confirm(VerifiedDocument document) {
        String requestId = requestId();
        byte[] question = RegistryMessages.question(document, requestId);
        try {
            // the answer is read inside the breaker: one that cannot be read is a failure of the registry too
            return retry.executeCallable(() ->
                    breaker.executeCallable(() -> RegistryMessages.answer(connection.post(question), requestId, code)));
        } catch (Exception unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The population registry did not answer: {0}",
                    unavailable.getClass().getSimpleName());
            return new RegistryAnswer.Unavailable();
        }
    }

    private static String requestId() {
        byte[] id = new byte[REQUEST_ID_BYTES];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
