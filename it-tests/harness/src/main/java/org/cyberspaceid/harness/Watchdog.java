package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Ends our child processes when we die without a word (kill -9): a shell at the other end of a pipe. When the pipe closes it ends
 * whatever is still on its list. One shell per JVM; it costs nothing while it waits.
 */
final class Watchdog {
    static final Watchdog INSTANCE = new Watchdog();

    /** Ctrl-C reaches the whole foreground group; the shell must outlive it to do its work. */
    private static final String SCRIPT = String.join(
            "\n",
            "trap '' INT TERM HUP",
            "pids=' '",
            "while read -r what pid; do",
            "  case $what in",
            "    watch) pids=\"$pids$pid \" ;;",
            "    forget) pids=$(printf '%s' \"$pids\" | sed \"s/ $pid / /\") ;;",
            "  esac",
            "done",
            "[ \"$pids\" = ' ' ] && exit 0",
            "kill -TERM $pids 2>/dev/null",
            "sleep 10",
            "kill -KILL $pids 2>/dev/null");

    private Writer pipe;

    private Watchdog() {}

    synchronized void watch(long pid) {
        tell("watch " + pid);
    }

    synchronized void forget(long pid) {
        tell("forget " + pid);
    }

    private void tell(String line) {
        try {
            if (pipe == null) {
                pipe = start();
            }
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the watchdog ended", gone);
        }
    }

    private static Writer start() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", SCRIPT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.US_ASCII);
    }
}
