package org.cyberspaceid.flows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.Citizen;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.keycloak.admin.client.Keycloak;

/** People of the claims tests on the shared server: enrolled by the vault's own code, signed in by the real pages. */
final class ClaimsWorld {
    static final String CONSENT = "isp-consent";
    static final String VALUES = "isp-real-identity";

    private final World world = World.get();

    World world() {
        return world;
    }

    void enrol(List<Person> people) {
        try (Keycloak admin = world.admin()) {
            new ManyEnrolments(world.jdbcUrl(), world.folder().resolve("secrets/keysets"), Optional.empty())
                    .run(people, admin, world.logFolder().resolve("enrol-many.log"));
        }
    }

    /** Signed in at this ISP, for nothing but the number, which is agreed to. */
    VirtualCitizen signedIn(Person person, MatrixIsp isp) {
        world.letSmsLimitsPass();
        VirtualCitizen citizen = new VirtualCitizen(
                new Citizen(null, null, person.mobile().e164(), person.password()),
                new Browser("zh-Hans").stopBefore(isp.redirectUri()),
                (link, document) -> "",
                world::texts);
        citizen.open(isp.address(isp.request("openid", null)));
        citizen.typeCredentials(person.mobile().e164(), person.password());
        citizen.consent();
        return citizen;
    }

    /** What the ISP gets in the redirect at which the citizen stands. */
    static Map<String, String> response(VirtualCitizen citizen) {
        if (citizen.at().status() == 200) {
            throw new AssertionError("no redirect to the ISP; stands at " + citizen.at());
        }
        return MatrixIsp.response(citizen.at().address());
    }

    /** The answer where nobody has to sign in: a redirect with an error. */
    static Map<String, String> refusal(MatrixIsp isp, Map<String, String> request) {
        VirtualCitizen nobody = new VirtualCitizen(
                new Citizen(null, null, "", ""),
                new Browser("zh-Hans").stopBefore(isp.redirectUri()),
                (link, document) -> "",
                mobile -> List.of());
        nobody.open(isp.address(request));
        return response(nobody);
    }
}
