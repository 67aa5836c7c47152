package org.cyberspaceid.face.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** The worker's settings; each is an environment variable, for example {@code FACE_TOKEN_FILE}. */
@ConfigMapping(prefix = "face")
public interface WorkerConfig {

    /** The file that holds the secret shared with Keycloak. There is no default: a worker without a secret does not start. */
    Path tokenFile();

    /** How many calls are worked on at a time ({@code FACE_CONCURRENCY}); those beyond are answered 503 at once. */
    @WithDefault("4")
    int concurrency();

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
