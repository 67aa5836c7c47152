package org.cyberspaceid.interop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Folders;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Readiness;

/** Debian's Apache with one of the configurations in {@code src/test/apache}, on a port of its own, by TLS. */
final class Apache implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROGRAM = TlsWorld.HERE.resolve("apache").toString();
    private static final Path CONFIGURATION = TlsWorld.HERE.resolve("src/test/apache");

    private final String name;
    private final Path folder;
    private final int port = Ports.orFree(0);
    private ChildProcess process;

    /** @param name of the configuration, without its ending */
    Apache(String name) {
        this.name = name;
        this.folder = Folders.create(TlsWorld.HERE.resolve("target/apache-" + name));
    }

    /** What it serves, without a trailing slash. */
    URI base() {
        return URI.create("https://localhost:" + port);
    }

    /** For files of this server. */
    Path folder() {
        return folder;
    }

    /**
     * Starts it, and returns when it listens. Its packages are fetched when they are not there.
     *
     * @param behind the port of what it passes requests on to
     * @param more settings that the configuration names
     */
    void start(TestAuthority authority, int behind, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("CONFIGURATION", CONFIGURATION.toString());
        settings.put("FOLDER", folder.toString());
        settings.put("TLS", authority.folder().toString());
        settings.put("PORT", Integer.toString(port));
        settings.put("BEHIND", Integer.toString(behind));
        Path log = folder.resolve("apache.log");
        ChildProcess.run("Apache's installation", List.of(PROGRAM, "-v"), Map.of(), log);
        String configuration = CONFIGURATION.resolve(name + ".conf").toString();
        process = ChildProcess.start(
                "Apache (" + name + ")", List.of(PROGRAM, "-f", configuration, "-D", "FOREGROUND"), settings, log);
        Readiness.await(process, port, PATIENCE);
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop(Duration.ofSeconds(5));
        }
    }
}
