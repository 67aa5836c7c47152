package org.cyberspaceid.face.worker;

import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says at {@code /q/health/ready} that the engine has run, how long its first run took, and which model it is. */
@Readiness
public class EngineReady implements HealthCheck {
    static final String NAME = "face-engine";
    static final String FIRST_RUN = "first_run_ms";

    static final String MODEL = "model";
    static final String ASSURANCE = "assurance";

    private final EngineProducer engine;

    EngineReady(EngineProducer engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME)
                .up()
                .withData(FIRST_RUN, engine.tookAtFirst().toMillis())
                .withData(MODEL, engine.model().model())
                .withData(ASSURANCE, engine.model().assurance().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
