package org.cyberspaceid.documentcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar, run as a process. */
record Command(int exitStatus, String out, String err, Duration took) {

    static Command run(Object... arguments) {
        try {
            Path out = Files.createTempFile(Path.of("target"), "out", ".txt");
            Path err = Files.createTempFile(Path.of("target"), "err", ".txt");
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    "target/document-check.jar"));
            Arrays.stream(arguments).map(Object::toString).forEach(line::add);
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(line)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after a minute");
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new Command(process.exitValue(), takeAway(out), takeAway(err), took);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String takeAway(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return content;
    }

    String verdict() {
        return json().path("verdict").asText();
    }

    /** Verdict and reason of a check, for example {@code FAILED issuer_unknown}. */
    String check(String name) {
        JsonNode check = json().path("checks").path(name);
        return (check.path("verdict").asText() + " " + check.path("reason").asText()).strip();
    }

    private JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException notJson) {
            throw new AssertionError("no JSON: " + out + err, notJson);
        }
    }
}
