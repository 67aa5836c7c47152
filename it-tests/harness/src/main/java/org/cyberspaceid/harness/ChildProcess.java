package org.cyberspaceid.harness;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of ours: its output goes to a log file, it is stopped by process id, and it does not outlive us. */
public final class ChildProcess {
    private static final Path NOTHING = Path.of("/dev/null");

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process.
     *
     * @param name for messages
     * @param environment added to our own
     * @param log appended to
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.redirectInput(NOTHING.toFile());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
            Process process = builder.start();
            Watchdog.INSTANCE.watch(process.pid());
            return new ChildProcess(name, process, log);
        } catch (IOException cannot) {
            throw new HarnessException("cannot start " + name + ": " + cannot.getMessage(), cannot);
        }
    }

    /** Runs a process to its end and insists on exit code 0. */
    public static void run(String name, List<String> command, Map<String, String> environment, Path log) {
        ChildProcess child = start(name, command, environment, log);
        int code = child.process.onExit().join().exitValue();
        Watchdog.INSTANCE.forget(child.pid());
        if (code != 0) {
            throw child.failure("ended with code " + code);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** Asks the process to end (SIGTERM), and ends it after the grace period. */
    public void stop(Duration grace) {
        List<ProcessHandle> family = family();
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            kill();
        }
        family.forEach(p -> Watchdog.INSTANCE.forget(p.pid()));
    }

    /** SIGKILL, the process and all it started. */
    public void kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
        family.forEach(p -> Watchdog.INSTANCE.forget(p.pid()));
    }

    /** Puts what the process started under watch too; call it once the process is up. */
    void watchFamily() {
        process.descendants().forEach(p -> Watchdog.INSTANCE.watch(p.pid()));
    }

    HarnessException failure(String what) {
        return new HarnessException(name + " " + what + "; the end of " + log + ":\n" + LogTail.of(log));
    }

    private List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /** All of the log so far. */
    public String output() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            throw new HarnessException("cannot read " + log, unreadable);
        }
    }
}
