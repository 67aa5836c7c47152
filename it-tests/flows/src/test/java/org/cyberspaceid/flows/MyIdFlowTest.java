package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** "My ID": the known devices of one person, named, removed, and nobody else's. Passkeys: the browser tests. */
class MyIdFlowTest {
    private static final Portrait SELF = Portraits.all().get(5);

    private final World world = World.get();
    private final Database database = new Database(world.jdbcUrl());

    @Test
    void aKnownDeviceIsListedNamedAndForgottenAtOnce() {
        VirtualCitizen citizen = remembered();
        String user = world.vault().newestUser();
        open(citizen);
        String device = devices(citizen).get(0);
        citizen.submit(Map.of("item", device, "action", "open"));
        citizen.expect("my-id-item");
        citizen.submit(Map.of("name", "<b>奶奶的手机</b>", "action", "rename"));
        assertThat(citizen.at().address()).hasToString(address() + "?done=renamed");
        assertThat(citizen.at().html().select(".isp__name").eachText()).containsExactly("<b>奶奶的手机</b>");
        assertThat(world.haystack().find(Needle.text("name", "奶奶的手机"))).isEmpty();

        citizen.submit(Map.of("item", device, "action", "open"));
        citizen.press("remove");
        assertThat(known(user)).isZero();
        citizen.expect("login");
        citizen.open(world.button(0));
        assertThat(citizen.at().is("login"))
                .as("signed out everywhere on that device")
                .isTrue();
        citizen.typeCredentials();
        citizen.expect("sign-in-sms-code");
        world.eventually(
                java.time.Duration.ofSeconds(5),
                () -> assertThat(database.query("select type from event_entity where user_id = '" + user
                                + "' and details_json_long_value like '%device_removed%'"))
                        .containsExactly("REMOVE_CREDENTIAL"));
    }

    @Test
    void anothersDeviceAndAnotherSitesFormChangeNothing() {
        VirtualCitizen owner = remembered();
        String user = world.vault().newestUser();
        open(owner);
        String device = devices(owner).get(0);
        VirtualCitizen other = remembered();
        open(other);
        other.submit(Map.of("item", device, "action", "remove"));
        other.submit(Map.of("item", device, "action", "rename", "name", "mine"));
        assertThat(known(user)).isEqualTo(1);
        owner.browser().post(address(), Map.of("form_token", "forged", "item", device, "action", "remove"));
        assertThat(known(user)).isEqualTo(1);
        open(owner);
        assertThat(owner.at().html().select(".isp__name").text()).isNotEqualTo("mine");
    }

    @Test
    void signsOutEverywhere() {
        VirtualCitizen citizen = remembered();
        open(citizen);
        citizen.submit(Map.of());
        assertThat(citizen.at().address()).hasToString(address() + "/signed-out");
        for (URI next : List.of(world.button(0), address())) {
            assertThat(citizen.open(next).is("login")).as(next.toString()).isTrue();
        }
    }

    /** Enrolled, and signed in at the first ISP on a device that is known. */
    private VirtualCitizen remembered() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        world.letSmsLimitsPass();
        world.remember(citizen);
        return citizen;
    }

    private void open(VirtualCitizen citizen) {
        citizen.open(address());
        citizen.expect("my-id");
    }

    private URI address() {
        return URI.create(world.issuer() + "/my-id");
    }

    private static List<String> devices(VirtualCitizen citizen) {
        return citizen.at().html().select("button[name=item]").eachAttr("value");
    }

    private long known(String user) {
        return Long.parseLong(database.query("select count(*) from cid_known_device where user_id = '" + user + "'")
                .get(0));
    }
}
