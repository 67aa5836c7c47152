package org.cyberspaceid.face.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar, run as a process. */
record Command(int exitStatus, String out, String err) {

    static Command run(Object... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(Path.of("target"), "out", ".txt");
        Path err = Files.createTempFile(Path.of("target"), "err", ".txt");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/face-tools.jar"));
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        Process process = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after five minutes");
        }
        return new Command(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
