package org.cyberspaceid.face.worker;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says at {@code /q/health/ready} that the engine has run, and how long its first run took. */
@Readiness
public class EngineReady implements HealthCheck {
    static final String NAME = "face-engine";
    static final String FIRST_RUN = "first_run_ms";

    private final EngineProducer engine;

    EngineReady(EngineProducer engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME)
                .up()
                .withData(FIRST_RUN, engine.tookAtFirst().toMillis())
                .build();
    }
}
