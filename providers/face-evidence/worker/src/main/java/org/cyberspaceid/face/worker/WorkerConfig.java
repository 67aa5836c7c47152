package org.cyberspaceid.face.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The worker's settings; each is an environment variable, for example {@code FACE_TOKEN_FILE}. */
@ConfigMapping(prefix = "face")
public interface WorkerConfig {

    /** The file that holds the secret shared with Keycloak. There is no default: a worker without a secret does not start. */
    Path tokenFile();

    /**
     * How many calls are worked on at a time ({@code FACE_CONCURRENCY}); one for each processor. Each may hold some 100 MB while it
     * decodes the largest picture that is let through: who sets more gives more heap.
     */
    @WithDefault("2")
    int concurrency();

    /** How many calls may wait for a place ({@code FACE_QUEUE}); those beyond are answered 503 at once, with Retry-After. */
    @WithDefault("8")
    int queue();

    /** How long a call may wait for a place ({@code FACE_QUEUE_WAIT}, ISO 8601); then it is answered 503. Shorter than Keycloak's patience. */
    @WithDefault("PT3S")
    Duration queueWait();

    /**
     * How long a call may be worked on ({@code FACE_LONGEST_CALL}, ISO 8601). No thread can be taken away from a decoder that does not end,
     * so the process ends itself, to be started again.
     */
    @WithDefault("PT20S")
    Duration longestCall();

    /** A certified presentation attack detection service ({@code FACE_PAD_URL}); without it the live challenge decides alone. */
    Optional<URI> padUrl();

    /** The file with that service's bearer token ({@code FACE_PAD_TOKEN_FILE}). */
    Optional<Path> padTokenFile();

    /** How many threads one network may use ({@code FACE_NETWORK_THREADS}). */
    @WithDefault("1")
    int networkThreads();

    /**
     * The folder of the model ({@code FACE_MODEL}), with its manifest (providers/docs/face-models.md); the default model without it. A
     * folder that is not, bit for bit, what its manifest says keeps the worker from starting.
     */
    Optional<Path> model();

    /** When a similarity counts as the same person ({@code FACE_MATCH}), instead of the model's own. */
    OptionalDouble match();

    /** From here to {@link #match} a person has to look ({@code FACE_UNDECIDED}), instead of the model's own. */
    OptionalDouble undecided();
}
