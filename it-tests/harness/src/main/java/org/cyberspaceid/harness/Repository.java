package org.cyberspaceid.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts lie in the checkout. */
public final class Repository {
    /** System property that names the checkout when the working directory is not inside it. */
    public static final String ROOT_PROPERTY = "cyberspaceid.root";

    private static final Path MARK = Path.of("it-tests", "harness", "pom.xml");

    private Repository() {}

    /** The top folder of the checkout. */
    public static Path root() {
        String named = System.getProperty(ROOT_PROPERTY);
        Path at = Path.of(named == null ? "" : named).toAbsolutePath();
        while (at != null && !Files.exists(at.resolve(MARK))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new HarnessException("run inside the checkout, or name it with -D" + ROOT_PROPERTY + "=…");
        }
        return at;
    }

    /**
     * A file that an earlier build step makes.
     *
     * @throws HarnessException with the command that makes it
     */
    public static Path built(String path) {
        Path file = root().resolve(path);
        if (!Files.exists(file)) {
            throw new HarnessException(path + " is missing: run `mvn package -DskipTests` first");
        }
        return file;
    }

    /** The class path of the server: our providers, and what Keycloak bundles. */
    public static String serverClassPath() {
        Path libraries = built("it-tests/harness/target/keycloak/lib/lib");
        return built("it-tests/harness/target/providers") + "/*:" + libraries.resolve("main") + "/*:"
                + libraries.resolve("boot") + "/*";
    }
}
