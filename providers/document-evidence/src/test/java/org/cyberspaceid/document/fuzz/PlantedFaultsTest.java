package org.cyberspaceid.document.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzzer can find: without this, "no findings" would say nothing. */
class PlantedFaultsTest {
    private static final int SECONDS = 120; // it ends at the finding, mostly within one or two

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "THROWS_RARELY, does not declare java.lang.IllegalStateException: planted",
        "ALLOCATES_WHAT_IS_CLAIMED, allocated 104",
        "OVERFLOWS_THE_STACK, does not declare java.lang.StackOverflowError"
    })
    void aPlantedFaultIsFound(PlantedTarget target, String what) {
        Optional<Jazzer.Finding> found =
                new Jazzer(folder, List.of(target)).run(SECONDS, System.nanoTime() & 0x7FFFFFFF);
        assertThat(found).isPresent();
        assertThat(found.get().target()).isEqualTo(target);
        assertThat(found.get().why()).contains(what);
        // the input by itself shows it again, as a kept one would
        assertThatThrownBy(() -> Probe.run(target, found.get().input()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(what);
    }
}
