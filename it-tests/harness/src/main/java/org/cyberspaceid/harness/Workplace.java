package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The folder, ports and secrets of one harness, and how each part is started in it. */
final class Workplace implements AutoCloseable {
    private final HarnessSettings settings;
    private final Path folder;
    private final FolderLock lock;
    private final HarnessSettings.PartPorts ports;
    private final Secrets secrets;

    private Workplace(HarnessSettings settings, Path folder, FolderLock lock) {
        this.settings = settings;
        this.folder = folder;
        this.lock = lock;
        this.ports = new HarnessSettings.PartPorts(
                Ports.orFree(settings.ports().keycloak()),
                Ports.orFree(settings.ports().management()),
                Ports.orFree(settings.ports().postgres()),
                Ports.orFree(settings.ports().face()));
        this.secrets = new Secrets(folder.resolve("secrets"));
    }

    static Workplace open(HarnessSettings settings) {
        Path folder =
                Folders.create(settings.folder().orElseGet(Workplace::temporary).toAbsolutePath());
        return new Workplace(settings, folder, FolderLock.take(folder));
    }

    Path folder() {
        return folder;
    }

    HarnessSettings.PartPorts ports() {
        return ports;
    }

    Secrets secrets() {
        return secrets;
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    String localUrl() {
        return "http://localhost:" + ports.keycloak();
    }

    String publicBase() {
        return settings.publicBase()
                .map(base -> base.toString().replaceAll("/+$", ""))
                .orElseGet(this::localUrl);
    }

    /** A home built for our options; in Docker the image builds its own. */
    Optional<Path> keycloakHome() {
        if (KeycloakInDocker.isWanted()) {
            KeycloakInDocker.requireEngine();
            return Optional.empty();
        }
        return Optional.of(KeycloakHome.with(options().build(), mode()));
    }

    VaultKeysFiles vaultKeys() {
        return VaultKeysFiles.in(secrets.folder(), log("vault-keys"));
    }

    /** Our own, unless the caller has one. */
    DatabasePart startPostgres() {
        return settings.database()
                .map(DatabasePart::ofCaller)
                .orElseGet(() -> PostgresPart.start(folder.resolve("postgres"), ports.postgres(), log("postgres")));
    }

    KeycloakPart startKeycloak(Optional<Path> home, VaultKeysFiles keys, DatabasePart postgres, FaceWorker worker) {
        secrets.file("db_password");
        secrets.file("bootstrap_admin_password");
        Map<String, String> options = options().start(keys, postgres, worker);
        return home.map(built -> process(built, options)).orElseGet(() -> container(options));
    }

    private KeycloakPart process(Path home, Map<String, String> options) {
        Map<String, String> environment = new HashMap<>(mode());
        environment.put("CYBERSPACE_ID_SECRETS", secrets.folder().toString());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Harness.ADMIN_USER);
        return KeycloakProcess.start(home, log("keycloak"), ports.management(), options, environment);
    }

    /** What docker/keycloak/start does for the process, and the options of both steps: the image builds and starts in one. */
    private KeycloakPart container(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options().build());
        all.putAll(options);
        Map<String, String> environment = new HashMap<>(mode());
        environment.put("KC_DB_PASSWORD", secrets.value("db_password"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", Harness.ADMIN_USER);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.value("bootstrap_admin_password"));
        return KeycloakInDocker.start(log("keycloak"), ports.management(), all, environment);
    }

    private KeycloakOptions options() {
        return new KeycloakOptions(settings, this);
    }

    private Map<String, String> mode() {
        return Map.of("CYBERSPACE_ID_MODE", settings.production() ? "production" : "sandbox");
    }

    /** Gives the folder back and leaves it as it is. */
    void release() {
        lock.close();
    }

    @Override
    public void close() {
        lock.close();
        if (settings.folder().isEmpty()) {
            Folders.delete(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("cyberspace-id-");
        } catch (IOException cannot) {
            throw new UncheckedIOException("no temporary folder", cannot);
        }
    }
}
