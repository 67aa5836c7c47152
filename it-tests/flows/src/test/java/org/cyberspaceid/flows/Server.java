package org.cyberspaceid.flows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.SandboxSettings;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.EventRepresentation;

/** The sandbox as the tests start it, and what an administrator and an ISP's back end can ask it. */
final class Server {
    private static final String REALM = "cyberspace-id";

    private final int keycloakPort = Ports.orFree(0);
    private final int ispPort = Ports.freePair();
    private final int deskPort = Ports.orFree(0);
    private final int facePort = Ports.orFree(0);
    private Sandbox sandbox = start(true);

    Server() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sandbox.close(), "flow-tests-close"));
    }

    private Sandbox start(boolean fresh) {
        Path folder = Path.of("target", "sandbox").toAbsolutePath();
        return Sandbox.start(
                new SandboxSettings(keycloakPort, ispPort, deskPort, facePort, Optional.empty(), fresh, folder, false),
                System.out,
                // Tests do not wait for a minute.
                harness -> harness.option("spi-identity-vault--tink--housekeeping-interval", "PT2S")
                        .option("spi-jpa-entity-provider--expiry-reminder--interval", "PT2S")
                        // Attacks come from many networks.
                        .option("proxy-headers", "xforwarded"));
    }

    /** SIGKILL to Keycloak, PostgreSQL and the face worker, and a new start on what they left. */
    void killEverythingAndStartAgain() {
        sandbox.harness().killAll();
        sandbox.close();
        sandbox = start(false);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Keycloak admin() {
        return sandbox.admin();
    }

    /** The errors of the latest events of a type, newest first. */
    List<String> lastErrors(String type) {
        try (Keycloak admin = admin()) {
            return admin.realm(REALM).getEvents(List.of(type), null, null, null, null, null, 0, 5).stream()
                    .map(EventRepresentation::getError)
                    .toList();
        }
    }

    Database database() {
        return sandbox.database();
    }
}
