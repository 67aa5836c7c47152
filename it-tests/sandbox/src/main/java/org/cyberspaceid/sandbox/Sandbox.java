package org.cyberspaceid.sandbox;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Folders;
import org.cyberspaceid.harness.Harness;
import org.cyberspaceid.harness.HarnessException;
import org.cyberspaceid.harness.HarnessSettings;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Secrets;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.realm.RealmApplier;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.desk.Desk;
import org.cyberspaceid.sandbox.persona.PersonaEnrolment;
import org.cyberspaceid.sandbox.persona.PersonaFile;
import org.cyberspaceid.sandbox.persona.Personas;
import org.cyberspaceid.sandbox.registry.SandboxRegistry;
import org.cyberspaceid.sandbox.simulator.Simulator;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.keycloak.admin.client.Keycloak;

/** The whole product on one machine: the harness, the realm, two demo ISPs, the desk and its personas. */
public final class Sandbox implements AutoCloseable {
    private final SandboxSettings settings;
    private final Consumer<HarnessSettings.Builder> otherwise;
    private final PrintStream out;
    private final List<DemoIsp> isps;
    private final List<ChildProcess> ispProcesses = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private SandboxRegistry registry;
    private Desk desk;
    private Harness harness;

    private Sandbox(SandboxSettings settings, PrintStream out, Consumer<HarnessSettings.Builder> otherwise) {
        this.settings = settings;
        this.out = out;
        this.otherwise = otherwise;
        this.isps = DemoIsp.both(settings.ispPort());
    }

    /** Starts it, prints the READY line, stays until it is stopped. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch forever = new CountDownLatch(1);
        try {
            Parent.endWithIt();
            Sandbox sandbox = start(SandboxSettings.fromSystem(), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
            System.out.println(sandbox.ready().text());
            forever.await();
        } catch (HarnessException | IllegalArgumentException refused) {
            giveUp(refused);
        } catch (CompletionException failed) {
            giveUp(failed.getCause());
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void giveUp(Throwable why) {
        System.err.println("The sandbox did not start: " + why.getMessage());
        System.exit(1);
    }

    /**
     * Starts everything and returns when all of it answers.
     *
     * @param out told what is being waited for
     * @throws HarnessException when a part does not come up
     */
    public static Sandbox start(SandboxSettings settings, PrintStream out) {
        return start(settings, out, usual -> {});
    }

    /**
     * As {@link #start(SandboxSettings, PrintStream)}, for tests of other deployments.
     *
     * @param otherwise what is to be otherwise, for example another database
     * @throws HarnessException when a part does not come up
     */
    public static Sandbox start(
            SandboxSettings settings, PrintStream out, Consumer<HarnessSettings.Builder> otherwise) {
        Sandbox sandbox = new Sandbox(settings, out, otherwise);
        try {
            sandbox.startAll();
            return sandbox;
        } catch (RuntimeException failed) {
            sandbox.close();
            throw failed;
        }
    }

    private void startAll() {
        requireFreePorts();
        if (settings.fresh()) {
            Folders.delete(settings.folder());
        }
        Secrets secrets = new Secrets(settings.folder().resolve("secrets"));
        SandboxAuthority authority =
                SandboxAuthority.openOrCreate(settings.folder().resolve("authority"));
        registry = SandboxRegistry.start(authority.register(), settings.folder().resolve("registry"), secrets);
        tell("the desk on " + deskUrl());
        desk = Desk.start(
                settings.deskPort(),
                authority,
                settings.folder().resolve("documents"),
                secrets.value("outbox_token"),
                publicBase(),
                registry);
        tell("PostgreSQL, Keycloak and the face worker (logs in "
                + settings.folder().resolve("logs") + ")");
        harness = Harness.start(harnessSettings(authority, secrets));
        tell("the realm");
        applyRealm(secrets);
        tell("the demo ISPs");
        startIsps(secrets);
        welcomePeople(authority);
    }

    private void welcomePeople(SandboxAuthority authority) {
        PersonaEnrolment enrolment = new PersonaEnrolment(
                authority,
                desk.documents(),
                desk::claim,
                desk::texts,
                isps.get(0).signIn());
        PersonaFile simulated = new PersonaFile(settings.folder().resolve("simulated.json"));
        desk.open(new Simulator(enrolment, simulated, Clock.systemUTC()));
        if (settings.personas()) {
            desk.publish(new Personas(enrolment).enrol(settings.folder().resolve("personas.json"), this::tell));
        }
    }

    private void requireFreePorts() {
        Ports.requireFree(settings.keycloakPort(), "-D" + SandboxSettings.KEYCLOAK);
        Ports.requireFree(settings.ispPort(), "-D" + SandboxSettings.ISP);
        Ports.requireFree(settings.ispPort() + 1, "-D" + SandboxSettings.ISP);
        Ports.requireFree(settings.deskPort(), "-D" + SandboxSettings.DESK);
        Ports.requireFree(settings.facePort(), "-D" + SandboxSettings.FACE);
    }

    private HarnessSettings harnessSettings(SandboxAuthority authority, Secrets secrets) {
        HarnessSettings.Builder builder = HarnessSettings.builder()
                .folder(settings.folder())
                .keycloakPort(settings.keycloakPort())
                .facePort(settings.facePort())
                .trust(authority.cscaFolder(), authority.readerServiceFolder(), authority.crlFolder())
                .outbox(deskUrl().resolve("/outbox"), secrets.file("outbox_token"));
        registry.settings().forEach(builder::option);
        settings.issuerBase().ifPresent(builder::publicBase);
        otherwise.accept(builder);
        return builder.build();
    }

    private void applyRealm(Secrets secrets) {
        try (Keycloak admin = admin()) {
            RealmApplier.apply(admin);
            for (DemoIsp isp : isps) {
                IspClients.register(admin, isp.registration(), Optional.of(secrets.value(isp.clientId())));
            }
        }
    }

    private void startIsps(Secrets secrets) {
        for (DemoIsp isp : isps) {
            Path log = settings.folder().resolve("logs").resolve(isp.clientId() + ".log");
            ispProcesses.add(isp.start(harness.issuer(), secrets.value(isp.clientId()), log));
        }
        CompletableFuture<?>[] ready = new CompletableFuture<?>[isps.size()];
        for (int i = 0; i < ready.length; i++) {
            DemoIsp isp = isps.get(i);
            ChildProcess process = ispProcesses.get(i);
            ready[i] = CompletableFuture.runAsync(() -> isp.await(process));
        }
        CompletableFuture.allOf(ready).join();
    }

    /** What the command prints. */
    public ReadyLine ready() {
        return new ReadyLine(
                harness.issuer(),
                isps.stream().map(DemoIsp::baseUrl).toList(),
                deskUrl(),
                new ReadyLine.Admin(harness.baseUrl() + "/admin/", harness.adminUser(), harness.adminPassword()));
    }

    public Harness harness() {
        return harness;
    }

    /** Its administrator's client; the caller closes it. */
    public Keycloak admin() {
        return Keycloak.getInstance(
                harness.localUrl(), "master", harness.adminUser(), harness.adminPassword(), "admin-cli");
    }

    public Database database() {
        return new Database(harness.jdbcUrl());
    }

    /** As if the day had passed: the limits of one message a minute, five an hour, ten a day start again. */
    public void letSmsLimitsPass() {
        database().sql("delete from cid_sms_limit");
    }

    /**
     * A person with a browser of their own, whose reader and phone are the desk's.
     *
     * @param language the browser's, for example {@code zh-Hans}
     */
    public VirtualCitizen citizen(Citizen self, String language) {
        return new VirtualCitizen(self, new Browser(language), desk::claim, desk::texts);
    }

    public Desk desk() {
        return desk;
    }

    /** The addresses of the ISPs' sign-in buttons. */
    public List<URI> signInButtons() {
        return isps.stream().map(DemoIsp::signIn).toList();
    }

    private URI deskUrl() {
        return URI.create("http://localhost:" + settings.deskPort());
    }

    private URI publicBase() {
        return settings.issuerBase().orElseGet(() -> URI.create("http://localhost:" + settings.keycloakPort()));
    }

    private void tell(String waitingFor) {
        out.println("waiting for " + waitingFor + " …");
    }

    /** Stops everything; the data stays. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            ispProcesses.forEach(isp -> isp.stop(java.time.Duration.ofSeconds(5)));
            if (harness != null) {
                harness.close();
            }
            if (desk != null) {
                desk.close();
            }
            if (registry != null) {
                registry.close();
            }
        }
    }
}
