package org.cyberspaceid.document.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fuzzer can find: without this, "no findings" would say nothing. */
class PlantedFaultsTest {
    private static final double SECONDS = 60; // it ends at the first finding, mostly within one or two

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "THROWS_RARELY, does not declare java.lang.IllegalStateException: planted",
        "ALLOCATES_WHAT_IS_CLAIMED, allocated 1048",
        "OVERFLOWS_THE_STACK, does not declare java.lang.StackOverflowError"
    })
    void aPlantedFaultIsFound(PlantedTarget target, String what) throws IOException {
        Jazzer.Run run = new Jazzer(folder).run(target, SECONDS, System.nanoTime() & 0x7FFFFFFF);
        assertThat(run.found()).isPresent();
        assertThat(Files.readString(run.log())).contains(what);
    }
}
