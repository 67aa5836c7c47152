package org.cyberspaceid.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Java;
import org.cyberspaceid.harness.Readiness;
import org.cyberspaceid.harness.Repository;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspClient;

/**
 * One of the demo ISPs: its registration and its process.
 *
 * @param clientId its OAuth client id
 * @param name as the consent page shows it
 * @param baseUrl where it answers
 */
record DemoIsp(String clientId, String name, URI baseUrl) {
    private static final String JAR = "it-tests/demo-isp/target/demo-isp-exec.jar";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> SCOPES = Set.of("identity_verified", "age_over_18", "phone_verified");

    /** Two hosts are two sectors. */
    static List<DemoIsp> both(int port) {
        return List.of(
                new DemoIsp("demo-isp-library", "城市图书馆 City Library", URI.create("http://localhost:" + port)),
                new DemoIsp("demo-isp-games", "方块游戏 Block Games", URI.create("http://127.0.0.1:" + (port + 1))));
    }

    /** The address of its sign-in button. */
    URI signIn() {
        return baseUrl.resolve("/oauth2/authorization/cyberspace-id");
    }

    IspClient registration() {
        return new IspClient(
                clientId,
                name,
                Optional.of(baseUrl.toString()),
                List.of(baseUrl + "/login/oauth2/code/cyberspace-id"),
                List.of(baseUrl + "/"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SCOPES,
                IspAgreement.of("none is needed: this demonstration has nothing behind its sign-in"));
    }

    ChildProcess start(String issuer, String secret, Path log) {
        Map<String, String> environment = Map.of(
                "PORT", Integer.toString(baseUrl.getPort()),
                "ISP_NAME", name,
                "ISSUER", issuer,
                "CLIENT_ID", clientId,
                "CLIENT_SECRET", secret,
                "BASE_URL", baseUrl.toString(),
                "COOKIE_NAME", clientId.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_SESSION");
        List<String> command = List.of(
                Java.executable(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Repository.built(JAR).toString());
        return ChildProcess.start("the demo ISP " + clientId, command, environment, log);
    }

    /** Waits until it answers. */
    void await(ChildProcess process) {
        Readiness.await(process, URI.create("http://127.0.0.1:" + baseUrl.getPort() + "/healthz"), PATIENCE);
    }
}
