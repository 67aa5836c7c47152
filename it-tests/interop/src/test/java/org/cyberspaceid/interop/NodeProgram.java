package org.cyberspaceid.interop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Readiness;

/** A web server in Node.js, which trusts the proxy's certificate. */
final class NodeProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port = Ports.orFree(0);
    private ChildProcess process;

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /**
     * Starts it, and returns when it listens.
     *
     * @param environment added to {@code PORT} and {@code BASE_URL}
     */
    void start(TlsWorld world, Path script, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PORT", Integer.toString(port));
        all.put("BASE_URL", at("").toString());
        all.put("NODE_EXTRA_CA_CERTS", world.certificateAuthority().toString());
        String name = script.getFileName().toString();
        process = ChildProcess.start(
                name, List.of("node", script.toString()), all, world.logFolder().resolve(name + ".log"));
        Readiness.await(process, port, PATIENCE);
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop(Duration.ofSeconds(5));
        }
    }
}
