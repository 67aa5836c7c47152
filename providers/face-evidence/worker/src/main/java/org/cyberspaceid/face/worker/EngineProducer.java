package org.cyberspaceid.face.worker;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.challenge.Thresholds;

/** Loads the networks at the start, so that a worker that cannot work does not become ready. */
@Startup
@ApplicationScoped
public class EngineProducer {
    private final FaceEngine engine;
    private final FaceService service;

    EngineProducer(WorkerConfig config) {
        engine = new FaceEngine(config.networkThreads());
        service = new EngineFaceService(engine, thresholds(config), Clock.systemUTC(), new SecureRandom());
    }

    @Produces
    @ApplicationScoped
    FaceService service() {
        return service;
    }

    @PreDestroy
    void close() {
        engine.close();
    }

    private static Thresholds thresholds(WorkerConfig config) {
        return Thresholds.DEFAULT.withMatch(config.match(), config.undecided());
    }
}
