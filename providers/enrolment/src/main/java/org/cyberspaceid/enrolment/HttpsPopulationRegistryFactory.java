package org.cyberspaceid.enrolment;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.Set;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.registry.PopulationRegistry;
import org.cyberspaceid.core.registry.RegistryAnswer;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * The registry behind HTTPS, when an address is set ({@link RegistrySettings}). One client per server, since the circuit breaker lives
 * in it. The metric {@code cyberspace_id_population_registry_answers_total} counts what came of asking, by verdict.
 */
public final class HttpsPopulationRegistryFactory implements PopulationRegistryProviderFactory {
    public static final String PROVIDER_ID = "https";

    private static final Logger LOG = Logger.getLogger(HttpsPopulationRegistryFactory.class);
    private static final String ANSWERS = "cyberspace_id_population_registry_answers";

    private PopulationRegistry registry = document -> new RegistryAnswer.NotAsked();
    private Set<DocumentType> documents = Set.of();

    /** @throws IllegalStateException naming the setting that is missing or wrong */
    @Override
    public void init(Config.Scope config) {
        RegistrySettings settings = new RegistrySettings(config);
        settings.registry()
                .ifPresentOrElse(
                        https -> {
                            documents = settings.documents();
                            registry = document -> ask(https, document);
                        },
                        () -> LOG.info("No population registry is configured: it confirms no document."));
    }

    private RegistryAnswer ask(PopulationRegistry https, VerifiedDocument document) {
        if (!documents.contains(document.number().type())) {
            return new RegistryAnswer.NotAsked();
        }
        RegistryAnswer answer = https.confirm(document);
        Metrics.counter(ANSWERS, "verdict", answer.verdict().name().toLowerCase(Locale.ROOT))
                .increment();
        return answer;
    }

    @Override
    public PopulationRegistryProvider create(KeycloakSession session) {
        return new PopulationRegistryProvider() {
            @Override
            public Set<DocumentType> documents() {
                return documents;
            }

            @Override
            public PopulationRegistry registry() {
                return registry;
            }

            @Override
            public void close() {
                // The client outlives the request.
            }
        };
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // The HTTP client ends with the process.
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
