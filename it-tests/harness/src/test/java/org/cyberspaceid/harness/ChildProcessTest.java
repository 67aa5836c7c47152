package org.cyberspaceid.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aFailureNamesThePartAndShowsItsLog() {
        assertThatThrownBy(() -> ChildProcess.run(
                        "the part",
                        List.of("sh", "-c", "echo the reason; exit 3"),
                        Map.of(),
                        folder.resolve("part.log")))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("the part ended with code 3")
                .hasMessageContaining("the reason");
    }

    @Test
    void waitingEndsWhenTheProcessDoes() {
        ChildProcess child =
                ChildProcess.start("the part", List.of("sh", "-c", "echo gone"), Map.of(), folder.resolve("part.log"));
        URI nobody = URI.create("http://127.0.0.1:" + Ports.orFree(0) + "/");

        assertThatThrownBy(() -> Readiness.await(child, nobody, Duration.ofMinutes(5)))
                .isInstanceOf(HarnessException.class)
                .hasMessageContaining("ended before it was ready")
                .hasMessageContaining("gone");
    }

    @Test
    void whatIgnoresTheSignalIsEndedAfterTheGracePeriod() {
        ChildProcess child = ChildProcess.start(
                "the part",
                List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"),
                Map.of(),
                folder.resolve("part.log"));

        child.stop(Duration.ofMillis(300));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void killReachesTheChildrenOfTheChild() throws Exception {
        ChildProcess child = ChildProcess.start(
                "the part", List.of("sh", "-c", "sleep 600 & echo $!; wait"), Map.of(), folder.resolve("part.log"));
        while (child.output().isBlank()) {
            Thread.sleep(20);
        }
        long grandchild = Long.parseLong(child.output().strip());

        child.kill();

        assertThat(ProcessHandle.of(grandchild).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theEnvironmentIsHandedOn() {
        Path log = folder.resolve("part.log");

        ChildProcess.run(
                "the part",
                List.of("sh", "-c", "echo $CYBERSPACE_ID_MODE"),
                Map.of("CYBERSPACE_ID_MODE", "sandbox"),
                log);

        assertThat(log).content().isEqualToIgnoringNewLines("sandbox");
    }
}
