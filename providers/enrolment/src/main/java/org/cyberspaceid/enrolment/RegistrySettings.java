package org.cyberspaceid.enrolment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.EvidenceRoute;
import org.cyberspaceid.core.registry.PopulationRegistry;
import org.cyberspaceid.document.registry.HttpPopulationRegistry;
import org.cyberspaceid.document.registry.RegistryLimits;
import org.cyberspaceid.document.registry.RegistryTls;
import org.keycloak.Config;

/** The settings of the registry behind HTTPS. A registry that is set up by half is a fault: nobody would notice that it is not asked. */
final class RegistrySettings {
    /** The registry's address, https; without it there is none. */
    static final String URL = "url";

    /** Names the registry in person references. Whoever changes it makes other people of those it referred to. */
    static final String CODE = "code";

    /** PKCS #12 file with our key and certificate, and the file with its password. */
    static final String KEY_STORE_FILE = "key-store-file";

    static final String KEY_STORE_PASSWORD_FILE = "key-store-password-file";

    /** PKCS #12 file with the authorities of the registry's certificate, and the file with its password. */
    static final String TRUST_STORE_FILE = "trust-store-file";

    static final String TRUST_STORE_PASSWORD_FILE = "trust-store-password-file";

    /** The codes of the documents it is asked for, comma between; without it all that the register of documents lets it confirm. */
    static final String DOCUMENTS = "documents";

    /** See {@link RegistryLimits}; durations are ISO 8601. */
    static final String CONNECT_TIMEOUT = "connect-timeout";

    static final String ANSWER_TIMEOUT = "answer-timeout";
    static final String ATTEMPTS = "attempts";
    static final String CIRCUIT_OPEN_FOR = "circuit-open-for";

    private static final List<String> ALL = List.of(
            CODE,
            KEY_STORE_FILE,
            KEY_STORE_PASSWORD_FILE,
            TRUST_STORE_FILE,
            TRUST_STORE_PASSWORD_FILE,
            DOCUMENTS,
            CONNECT_TIMEOUT,
            ANSWER_TIMEOUT,
            ATTEMPTS,
            CIRCUIT_OPEN_FOR);

    /** A person waits for it. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);

    private static final Duration LONGEST_CIRCUIT = Duration.ofMinutes(10);
    private static final int MOST_ATTEMPTS = 5;

    private final RegistryConfig config;

    RegistrySettings(Config.Scope config) {
        this.config = new RegistryConfig(config);
    }

    /**
     * The registry, or empty when none is configured.
     *
     * @throws IllegalStateException naming the setting that is missing or wrong
     */
    Optional<PopulationRegistry> registry() {
        if (config.text(URL).isEmpty()) {
            ALL.stream()
                    .filter(setting -> config.text(setting).isPresent())
                    .findFirst()
                    .ifPresent(lonely -> {
                        throw RegistryConfig.wrong(URL, "is not set, although " + lonely + " is");
                    });
            return Optional.empty();
        }
        try {
            return Optional.of(new HttpPopulationRegistry(
                    config.required(CODE), URI.create(config.required(URL)), tls(), limits()));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    RegistryConfig.name(URL) + " or the stores beside it cannot be used: " + unusable.getMessage(),
                    unusable);
        }
    }

    /** @throws IllegalStateException for a code that is none, or of a document that no registry confirms */
    Set<DocumentType> documents() {
        List<DocumentType> possible = Arrays.stream(DocumentType.values())
                .filter(type -> type.takes(EvidenceRoute.POPULATION_REGISTRY))
                .toList();
        return config.text(DOCUMENTS)
                .map(codes -> Arrays.stream(codes.split(","))
                        .map(code -> DocumentType.ofCode(code.strip())
                                .filter(possible::contains)
                                .orElseThrow(() ->
                                        RegistryConfig.wrong(DOCUMENTS, "takes codes of documents, comma between")))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElseGet(() -> Set.copyOf(possible));
    }

    private SSLContext tls() {
        return RegistryTls.of(
                Path.of(config.required(KEY_STORE_FILE)),
                config.password(KEY_STORE_PASSWORD_FILE),
                Path.of(config.required(TRUST_STORE_FILE)),
                config.password(TRUST_STORE_PASSWORD_FILE));
    }

    private RegistryLimits limits() {
        RegistryLimits usual = RegistryLimits.DEFAULT;
        return new RegistryLimits(
                config.duration(CONNECT_TIMEOUT, usual.connectTimeout(), LONGEST_ATTEMPT),
                config.duration(ANSWER_TIMEOUT, usual.answerTimeout(), LONGEST_ATTEMPT),
                config.number(ATTEMPTS, usual.attempts(), MOST_ATTEMPTS),
                usual.firstPause(),
                config.duration(CIRCUIT_OPEN_FOR, usual.circuitOpenFor(), LONGEST_CIRCUIT));
    }
}
