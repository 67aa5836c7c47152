package org.cyberspaceid.interop;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Repository;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.SandboxSettings;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.Variant;
import org.keycloak.admin.client.Keycloak;

/**
 * One server behind a TLS proxy for all tests of this module. This JVM trusts the proxy's certificate, as do the processes that it
 * starts, so that every client that takes Java's usual trust store can talk to the issuer.
 */
public final class TlsWorld {
    /** This module's folder. */
    static final Path HERE = Repository.root().resolve("it-tests/interop");

    private static final LocalDate BORN = LocalDate.of(1988, 2, 14);
    private static final AtomicInteger MOBILES = new AtomicInteger(10_000_000);
    private static TlsWorld started;

    private final TestAuthority authority = TestAuthority.create();
    private final int keycloakPort = Ports.orFree(0);
    private final Apache proxy = new Apache("proxy");
    private final Sandbox sandbox;
    private final SandboxAuthority documents;

    private TlsWorld() {
        Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "proxy-close"));
        proxy.start(authority, keycloakPort, Map.of());
        Path folder = HERE.resolve("target/sandbox");
        sandbox = Sandbox.start(
                new SandboxSettings(
                        keycloakPort,
                        Ports.freePair(),
                        Ports.orFree(0),
                        Ports.orFree(0),
                        Optional.of(proxy.base()),
                        true,
                        folder,
                        false),
                System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
        documents = SandboxAuthority.openOrCreate(folder.resolve("authority"));
    }

    /** Starts it, unless it runs. */
    public static synchronized TlsWorld get() {
        if (started == null) {
            started = new TlsWorld();
        }
        return started;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** What the proxy serves, without a trailing slash. */
    URI base() {
        return proxy.base();
    }

    /** The issuer's identifier, as ID tokens name it. */
    public String issuer() {
        return sandbox.harness().issuer();
    }

    /** The logs of everything that runs. */
    Path logFolder() {
        return sandbox.harness().logFolder();
    }

    /** Registers a confidential client that may ask for two answers. */
    void register(String clientId, String secret, URI redirectUri, URI afterSignOut) {
        IspClient client = new IspClient(
                clientId,
                clientId,
                Optional.empty(),
                List.of(redirectUri.toString()),
                List.of(afterSignOut.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of("identity_verified", "age_over_18"),
                IspAgreement.of("by a password of its own"));
        register(client, secret);
    }

    /** Registers a confidential client, or puts back what it is. */
    public void register(IspClient client, String secret) {
        try (Keycloak admin = sandbox.admin()) {
            IspClients.register(admin, client, Optional.of(secret));
        }
    }

    /** The certificate that clients outside of Java are told to trust. */
    Path certificateAuthority() {
        return authority.certificate();
    }

    TestAuthority authority() {
        return authority;
    }

    /** An adult without an ID, with a document and a number of their own. */
    public VirtualCitizen citizen() {
        Portrait face = Portraits.all().get(3);
        DocumentOrder order = new DocumentOrder(
                DocumentType.RESIDENT_ID_CARD,
                "林知夏",
                Optional.of("LIN ZHIXIA"),
                BORN,
                face.jpeg(),
                PortraitFormat.JPEG2000,
                Variant.GENUINE);
        String mobile = "+86138" + MOBILES.incrementAndGet();
        return sandbox.citizen(new Citizen(documents.issue(order), face, mobile, "40718263"), "en");
    }
}
