package org.cyberspaceid.face.worker;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.cyberspaceid.core.face.FaceService;
import org.cyberspaceid.face.engine.AttackDetection;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.challenge.Thresholds;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.ModelManifest;
import org.cyberspaceid.face.models.Similarities;

/** Loads the networks at the start and runs each once: a worker that cannot work does not become ready, nor one that has yet to set up. */
@Startup
@ApplicationScoped
public class EngineProducer {
    private static final int EMPTY = 256;

    private final FaceEngine engine;
    private final FaceService service;
    private final Duration firstRun;

    EngineProducer(WorkerConfig config, FaceMetrics metrics) {
        FaceModel model = config.model().map(FaceModel::in).orElseGet(FaceModel::builtIn);
        engine = new FaceEngine(model, config.networkThreads());
        service = new EngineFaceService(
                engine,
                thresholds(config, model.manifest()),
                Clock.systemUTC(),
                new SecureRandom(),
                attacks(config),
                metrics);
        firstRun = firstRun();
    }

    @Produces
    @ApplicationScoped
    FaceService service() {
        return service;
    }

    /** What the model says of itself. */
    ModelManifest model() {
        return engine.manifest();
    }

    /** How long the engine's first run took. */
    Duration tookAtFirst() {
        return firstRun;
    }

    private Duration firstRun() {
        long begin = System.nanoTime();
        engine.warmUp();
        service.embedPortrait(emptyJpeg());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The decoders want their first run too. */
    private static byte[] emptyJpeg() {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(EMPTY, EMPTY, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
            return jpeg.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("No JPEG can be written", e);
        }
    }

    @PreDestroy
    void close() {
        engine.close();
    }

    private static AttackDetection attacks(WorkerConfig config) {
        return config.padUrl()
                .<AttackDetection>map(url -> new HttpAttackDetection(url, config.padTokenFile()))
                .orElse(AttackDetection.CHALLENGE_ALONE);
    }

    private static Thresholds thresholds(WorkerConfig config, ModelManifest model) {
        Similarities own = model.thresholds();
        return Thresholds.DEFAULT.with(own.withMatch(
                config.match().orElse(own.match()), config.undecided().orElse(own.refer())));
    }
}
