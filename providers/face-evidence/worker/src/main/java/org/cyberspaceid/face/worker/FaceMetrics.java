package org.cyberspaceid.face.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cyberspaceid.face.engine.Stage;
import org.cyberspaceid.face.engine.Stages;

/**
 * What {@code /q/metrics} tells of the work: latency by stage, verdicts by kind, places. Labels are words of ours alone: no person, no
 * picture, no address, no similarity.
 */
@ApplicationScoped
public class FaceMetrics implements Stages {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final Timer queue;
    private final Counter turnedAway;

    FaceMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Stage stage : Stage.values()) {
            stages.put(stage, timer(stage.name().toLowerCase(Locale.ROOT)));
        }
        queue = timer("queue");
        turnedAway = Counter.builder("face.turned.away")
                .description("Calls answered 503: the queue was full, or no place became free in time")
                .register(registry);
    }

    private Timer timer(String stage) {
        return Timer.builder("face.stage")
                .description("How long each stage of a call took")
                .tag("stage", stage)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public void run(Stage stage, Runnable work) {
        stages.get(stage).record(work);
    }

    /** A call waited so long for a place. */
    void waited(long nanoseconds) {
        queue.record(nanoseconds, TimeUnit.NANOSECONDS);
    }

    void turnedAway() {
        turnedAway.increment();
    }

    /**
     * Counts an answer.
     *
     * @param problem the code of a refusal, or {@code null}
     */
    void verdict(String call, String outcome, String problem) {
        Counter.builder("face.verdicts")
                .description("Answers by call, outcome and reason")
                .tag("call", call)
                .tag("outcome", outcome)
                .tag("problem", problem == null ? "none" : problem)
                .register(registry)
                .increment();
    }

    /** Shows how many calls are worked on, and how many are there at all. */
    void watch(Map<Thread, Long> begun, Semaphore admitted, WorkerConfig config) {
        int most = config.concurrency() + config.queue();
        Gauge.builder("face.calls.working", begun, Map::size)
                .description("Calls that are worked on")
                .strongReference(true)
                .register(registry);
        Gauge.builder("face.calls.admitted", admitted, free -> most - free.availablePermits())
                .description("Calls that are worked on or wait for a place")
                .strongReference(true)
                .register(registry);
    }
}
