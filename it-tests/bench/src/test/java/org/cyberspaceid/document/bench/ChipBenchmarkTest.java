package org.cyberspaceid.document.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.core.document.DocumentVerdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That what measures still works, and measures an accepted document. */
class ChipBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void eachKindIsAccepted(SignerKind kind) throws Exception {
        ChipBenchmark benchmark = new ChipBenchmark();
        benchmark.signer = kind;
        benchmark.makePassport();
        assertThat(benchmark.verify()).isInstanceOf(DocumentVerdict.Accepted.class);
    }
}
