package org.cyberspaceid.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cyberspaceid.harness.Repository;

/**
 * What the command line sets, as system properties.
 *
 * @param keycloakPort {@code -Dport.keycloak}
 * @param ispPort {@code -Dport.isp}; the second ISP has the next one
 * @param deskPort {@code -Dport.desk}
 * @param facePort {@code -Dport.face}
 * @param issuerBase {@code -Dissuer.base}: the https address of a TLS proxy in front of Keycloak
 * @param fresh {@code -Dfresh}: starts over without the data of before
 * @param folder where everything is kept
 * @param personas whether the personas are enrolled
 */
public record SandboxSettings(
        int keycloakPort,
        int ispPort,
        int deskPort,
        int facePort,
        Optional<URI> issuerBase,
        boolean fresh,
        Path folder,
        boolean personas) {
    static final String KEYCLOAK = "port.keycloak";
    static final String ISP = "port.isp";
    static final String DESK = "port.desk";
    static final String FACE = "port.face";
    static final String ISSUER_BASE = "issuer.base";
    static final String FRESH = "fresh";
    static final String FOLDER = "sandbox.folder";
    static final String PERSONAS = "sandbox.personas";

    private static final int LARGEST_PORT = 65_534;

    /** From the properties of this process. */
    public static SandboxSettings fromSystem() {
        return from(System::getProperty);
    }

    /**
     * From properties; a missing or empty one has its default.
     *
     * @throws IllegalArgumentException for a value that cannot be, with the name of its property
     */
    public static SandboxSettings from(Map<String, String> properties) {
        return from(properties::get);
    }

    private static SandboxSettings from(Function<String, String> properties) {
        int keycloak = port(properties, KEYCLOAK, 8080);
        return new SandboxSettings(
                keycloak,
                port(properties, ISP, 8090),
                port(properties, DESK, 8099),
                port(properties, FACE, 8085),
                text(properties, ISSUER_BASE).map(SandboxSettings::base),
                text(properties, FRESH).filter(f -> !f.equals("false")).isPresent(),
                text(properties, FOLDER).map(Path::of).orElseGet(() -> usualFolder(keycloak)),
                text(properties, PERSONAS).filter("false"::equals).isEmpty());
    }

    /** Two sandboxes with different ports keep apart. */
    private static Path usualFolder(int keycloakPort) {
        return Repository.root().resolve("it-tests/sandbox/target/data-" + keycloakPort);
    }

    private static int port(Function<String, String> properties, String name, int usual) {
        String text = text(properties, name).orElse(Integer.toString(usual));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_PORT || Integer.parseInt(text) == 0) {
            throw new IllegalArgumentException("-D" + name + " takes a port between 1 and " + LARGEST_PORT);
        }
        return Integer.parseInt(text);
    }

    private static URI base(String text) {
        URI base = URI.create(text.replaceAll("/+$", ""));
        if (!"https".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("-D" + ISSUER_BASE + " takes an https address");
        }
        return base;
    }

    private static Optional<String> text(Function<String, String> properties, String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::strip).filter(t -> !t.isEmpty());
    }
}
