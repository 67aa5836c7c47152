package org.cyberspaceid.face.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That what measures still works, and measures a match. */
class FaceBenchmarkTest {
    @Test
    void theFrameMatches() {
        FaceBenchmark benchmark = new FaceBenchmark();
        benchmark.prepare();
        assertThat(benchmark.compare()).isGreaterThan(0.99);
        benchmark.close();
    }
}
