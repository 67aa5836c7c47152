package org.cyberspaceid.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one way to start it all: PostgreSQL, Keycloak with our providers, the face worker. Everything listens on the loopback
 * interface. The realm is not in place yet: that is {@code realm-config}'s applier's work, as in production.
 */
public final class Harness implements AutoCloseable {
    /** The name of the bootstrap administrator. */
    public static final String ADMIN_USER = "bootstrap-admin";

    /** The realm that {@code realm-config} puts in place. */
    public static final String REALM = "cyberspace-id";

    private final Workplace workplace;
    private final FaceWorker faceWorker;
    private final DatabasePart postgres;
    private final KeycloakPart keycloak;
    private final Thread atExit = new Thread(this::closeOnce, "harness-close");
    private final AtomicBoolean closed = new AtomicBoolean();

    private Harness(Workplace workplace, FaceWorker faceWorker, DatabasePart postgres, KeycloakPart keycloak) {
        this.workplace = workplace;
        this.faceWorker = faceWorker;
        this.postgres = postgres;
        this.keycloak = keycloak;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts everything, in parallel where possible, and returns when all of it is ready.
     *
     * @throws HarnessException when a part does not come up, with the tail of its log
     */
    public static Harness start(HarnessSettings settings) {
        Workplace workplace = Workplace.open(settings);
        FaceWorker worker = new FaceWorker(
                workplace.ports().face(), workplace.secrets().file("face_token"), workplace.log("face-worker"));
        CompletableFuture<Optional<Path>> home = CompletableFuture.supplyAsync(workplace::keycloakHome);
        CompletableFuture<VaultKeysFiles> keys = CompletableFuture.supplyAsync(workplace::vaultKeys);
        CompletableFuture<DatabasePart> postgres = CompletableFuture.supplyAsync(workplace::startPostgres);
        CompletableFuture<Void> face = settings.startFaceWorker()
                ? CompletableFuture.runAsync(worker::start)
                : CompletableFuture.completedFuture(null);
        KeycloakPart[] keycloak = new KeycloakPart[1];
        try {
            keycloak[0] = workplace.startKeycloak(home.join(), keys.join(), postgres.join(), worker);
            face.join();
            return new Harness(workplace, worker, postgres.join(), keycloak[0]);
        } catch (RuntimeException failed) {
            face.exceptionally(alsoFailed -> null).join();
            endAll(worker, keycloak[0], postgres);
            workplace.close();
            throw failed instanceof CompletionException c && c.getCause() instanceof RuntimeException r ? r : failed;
        }
    }

    private static void endAll(FaceWorker worker, KeycloakPart keycloak, CompletableFuture<DatabasePart> postgres) {
        worker.stop();
        if (keycloak != null) {
            keycloak.stop();
        }
        postgres.thenAccept(DatabasePart::close)
                .exceptionally(neverStarted -> null)
                .join();
    }

    /** The issuer of the realm, as in discovery and ID tokens. */
    public String issuer() {
        return baseUrl() + "/realms/" + REALM;
    }

    /** Keycloak's address as browsers know it, without a trailing slash. */
    public String baseUrl() {
        return workplace.publicBase();
    }

    /** Keycloak's address on this machine, without a trailing slash; differs from {@link #baseUrl} behind a proxy only. */
    public String localUrl() {
        return workplace.localUrl();
    }

    /** Health and metrics. */
    public URI managementUrl() {
        return URI.create("http://127.0.0.1:" + workplace.ports().management());
    }

    public String adminUser() {
        return ADMIN_USER;
    }

    public String adminPassword() {
        return workplace.secrets().value("bootstrap_admin_password");
    }

    /** Everything Keycloak said: its whole output. */
    public Path keycloakLog() {
        return workplace.log("keycloak");
    }

    /** The folder with the logs of all parts. */
    public Path logFolder() {
        return workplace.log("keycloak").getParent();
    }

    /** For a JDBC client on this machine, with every right. */
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    public FaceWorker faceWorker() {
        return faceWorker;
    }

    /** The folder of data, secrets and logs. */
    public Path folder() {
        return workplace.folder();
    }

    /** Whether Keycloak still runs. */
    public boolean isAlive() {
        return keycloak.isAlive();
    }

    /**
     * SIGKILL to every process, as when the power goes, except a database of the caller's. The data folder stays: start again on it
     * with the same settings. (A temporary folder stays too, and is the caller's to delete.)
     */
    public void killAll() {
        if (closed.compareAndSet(false, true)) {
            keycloak.kill();
            faceWorker.kill();
            postgres.kill();
            workplace.release();
            forgetHook();
        }
    }

    /** Stops everything in order, except a database of the caller's; a temporary folder is deleted. */
    @Override
    public void close() {
        closeOnce();
        forgetHook();
    }

    private void closeOnce() {
        if (closed.compareAndSet(false, true)) {
            keycloak.stop();
            faceWorker.stop();
            postgres.close();
            workplace.close();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exitingAlready) {
            // the hook is what called us, or runs beside us and finds nothing left to do
        }
    }
}
