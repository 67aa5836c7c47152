package org.cyberspaceid.face.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

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

    /** When a similarity counts as the same person ({@code FACE_MATCH}). Belongs to the model. */
    @WithDefault("0.937")
    double match();

    /** From here to {@link #match} a person has to look ({@code FACE_UNDECIDED}). */
    @WithDefault("0.92")
    double undecided();
}
