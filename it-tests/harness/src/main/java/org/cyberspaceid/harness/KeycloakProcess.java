package org.cyberspaceid.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Keycloak process in production mode, on the loopback interface, started by the same script as the image. */
final class KeycloakProcess implements KeycloakPart {
    /**
     * JDK 17 throws away compiled code that was not seen at work for a while, and compiles it again at its next use (JDK-8290025 took that out of
     * JDK 20). With a few requests a second that goes on for ever, at several milliseconds of processor time a sign-in.
     */
    private static final String KEEP_COMPILED_CODE = "-XX:-UseCodeCacheFlushing";

    private final ChildProcess process;

    private KeycloakProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param options of {@code kc.sh start}, without dashes
     */
    static KeycloakPart start(
            Path home, Path log, int managementPort, Map<String, String> options, Map<String, String> environment) {
        Path script = Repository.root().resolve("docker/keycloak/start");
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        options.forEach((name, value) -> command.add("--" + name + "=" + value));
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("KEYCLOAK_HOME", home.toString());
        all.put("KC_CONFIG_FILE", home.resolve("conf/cyberspace-id.conf").toString());
        all.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m " + KEEP_COMPILED_CODE);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        ChildProcess process = ChildProcess.start("Keycloak", command, all, log);
        Readiness.await(process, URI.create("http://127.0.0.1:" + managementPort + "/health/ready"), PATIENCE);
        return new KeycloakProcess(process);
    }

    @Override
    public void stop() {
        process.stop(GRACE);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }
}
