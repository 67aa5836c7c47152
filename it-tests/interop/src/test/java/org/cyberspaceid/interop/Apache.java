package org.cyberspaceid.interop;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Folders;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Repository;

/** Debian's Apache: ends TLS in front of Keycloak. */
final class Apache implements AutoCloseable {
    private static final Path HERE = Repository.root().resolve("it-tests/interop");
    private static final String PROGRAM = HERE.resolve("apache").toString();

    private final Path folder = Folders.create(HERE.resolve("target/apache-run"));
    private final int issuerPort = Ports.orFree(0);
    private final ChildProcess process;

    /**
     * Starts it; its packages are fetched when they are not there.
     *
     * @param keycloakPort what the proxy passes requests on to
     */
    Apache(TestAuthority authority, int keycloakPort) {
        ChildProcess.run("Apache's installation", List.of(PROGRAM, "-v"), Map.of(), log());
        process = ChildProcess.start(
                "Apache",
                List.of(
                        PROGRAM,
                        "-f",
                        HERE.resolve("src/test/apache/httpd.conf").toString(),
                        "-D",
                        "FOREGROUND"),
                Map.of(
                        "FOLDER", folder.toString(),
                        "TLS", authority.folder().toString(),
                        "ISSUER_PORT", Integer.toString(issuerPort),
                        "KEYCLOAK_PORT", Integer.toString(keycloakPort)),
                log());
    }

    /** The address that the proxy serves, without a trailing slash. */
    URI issuerBase() {
        return URI.create("https://localhost:" + issuerPort);
    }

    private Path log() {
        return folder.resolve("apache.log");
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(5));
    }
}
