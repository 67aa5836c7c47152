package org.cyberspaceid.harness;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.MountableFile;

/**
 * Keycloak's own image, by testcontainers-keycloak. It shares the network of this machine, runs as the user we are and finds our files
 * where we have them: so it takes the same options as the process does.
 */
final class KeycloakInDocker implements KeycloakPart {
    /** System property: {@code true} runs Keycloak's image in place of the unpacked distribution. */
    static final String WANTED = "harness.docker";

    private static final String CONF = "/opt/keycloak/conf/keycloak.conf";
    private static final int READABLE = 0644;

    private final KeycloakContainer container;

    private KeycloakInDocker(KeycloakContainer container) {
        this.container = container;
    }

    static boolean isWanted() {
        return Boolean.getBoolean(WANTED);
    }

    /**
     * Insists on an engine.
     *
     * @throws HarnessException when none answers: who asked for Docker is not served without it
     */
    static void requireEngine() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new HarnessException(
                    "-D" + WANTED + "=true, but no Docker engine answers here: start one (or name it in "
                            + "DOCKER_HOST), or leave the property out to run Keycloak as a process");
        }
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param options of {@code kc.sh build} and {@code kc.sh start}, without dashes
     * @param environment with Keycloak's credentials
     */
    static KeycloakPart start(
            Path log, int managementPort, Map<String, String> options, Map<String, String> environment) {
        KeycloakContainer container = container(options, environment);
        container.withLogConsumer(frame -> append(frame, log));
        container.waitingFor(new Ready(URI.create("http://127.0.0.1:" + managementPort + "/health/ready")));
        try {
            container.start();
            return new KeycloakInDocker(container);
        } catch (RuntimeException failed) {
            container.stop();
            throw new HarnessException(
                    "Keycloak did not start from " + ContainerSettings.image() + "; the end of " + log + ":\n"
                            + LogTail.of(log),
                    failed);
        }
    }

    private static KeycloakContainer container(Map<String, String> options, Map<String, String> environment) {
        KeycloakContainer container = new KeycloakContainer(ContainerSettings.image())
                .withProductionMode()
                .withBootstrapAdminDisabled()
                .withEnabledMetrics()
                .withProviderLibsFrom(KeycloakHome.ProviderJars.all(ContainerSettings.distribution()).stream()
                        .map(Path::toFile)
                        .toList());
        ContainerSettings.arguments(options).forEach(container::withCustomCommand);
        container.withEnv(environment);
        Path conf = Repository.root().resolve("docker/keycloak/keycloak.conf");
        container.withCopyFileToContainer(MountableFile.forHostPath(conf, READABLE), CONF);
        container.withNetworkMode("host");
        container.setExposedPorts(List.of());
        container.withCreateContainerCmdModifier(command -> {
            command.withUser(ContainerSettings.user());
            command.getHostConfig().withBinds(ContainerSettings.binds(options));
        });
        return container;
    }

    private static void append(OutputFrame frame, Path log) {
        try {
            Files.createDirectories(log.getParent());
            byte[] bytes = frame.getBytes() == null ? new byte[0] : frame.getBytes();
            Files.write(log, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot write " + log, cannot);
        }
    }

    @Override
    public void stop() {
        if (isAlive()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .withTimeout((int) GRACE.toSeconds())
                    .exec();
        }
        container.stop();
    }

    /** Testcontainers' own stop is a SIGKILL. */
    @Override
    public void kill() {
        container.stop();
    }

    @Override
    public boolean isAlive() {
        return container.isRunning();
    }

    private static final class Ready extends AbstractWaitStrategy {
        private final URI health;

        private Ready(URI health) {
            this.health = health;
        }

        @Override
        protected void waitUntilReady() {
            Readiness.await(
                    waitStrategyTarget::isRunning, what -> new HarnessException("Keycloak " + what), health, PATIENCE);
        }
    }
}
