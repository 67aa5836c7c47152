package org.cyberspaceid.flows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.keycloak.admin.client.Keycloak;

/** ISPs that tests play at the product's own realm. */
final class PlayedIsps {
    private PlayedIsps() {}

    /** Two, in two sectors. */
    static List<PlayedIsp> two(World world, String name) {
        return List.of(register(world, name + "-one", "localhost"), register(world, name + "-two", "127.0.0.1"));
    }

    static PlayedIsp register(World world, String clientId, String host) {
        return register(world, clientId, host, isp -> IspAgreement.of("by a password of its own"));
    }

    /** One that wants to hear of security events. */
    static PlayedIsp listening(World world, String clientId, String host) {
        return register(
                world,
                clientId,
                host,
                isp -> new IspAgreement(
                        "by a password of its own",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(isp.securityEventsUri().toString()),
                        Optional.empty()));
    }

    private static PlayedIsp register(
            World world, String clientId, String host, Function<PlayedIsp, IspAgreement> agreement) {
        PlayedIsp isp = new PlayedIsp(issuer(world), clientId, host);
        try (Keycloak admin = world.admin()) {
            IspClients.register(
                    admin,
                    new IspClient(
                            clientId,
                            clientId,
                            Optional.empty(),
                            List.of(isp.redirectUri().toString()),
                            List.of(isp.afterSignOut().toString()),
                            Optional.empty(),
                            Optional.of(isp.backchannelLogoutUri().toString()),
                            Optional.empty(),
                            Set.of("identity_verified"),
                            agreement.apply(isp)),
                    Optional.of(isp.secret()));
        }
        return isp;
    }

    /** As a demo ISP was told. */
    static String issuer(World world) {
        String request = new Browser("en")
                .fetch(world.button(0))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return request.substring(0, request.indexOf("/protocol/"));
    }
}
