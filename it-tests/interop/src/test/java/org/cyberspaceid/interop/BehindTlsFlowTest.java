package org.cyberspaceid.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** A server whose TLS ends at a proxy: everything that it says of itself is the proxy's address, and no cookie goes without TLS. */
class BehindTlsFlowTest {
    private final TlsWorld world = TlsWorld.get();

    @Test
    void discoveryNamesTheProxysAddressesAlone() {
        JsonNode discovery =
                new Browser("en").json(java.net.URI.create(world.issuer() + "/.well-known/openid-configuration"));

        assertThat(world.issuer()).isEqualTo(world.base() + "/realms/cyberspace-id");
        assertThat(discovery.path("issuer").asText()).isEqualTo(world.issuer());
        List<String> addresses = addressesIn(discovery);
        assertThat(addresses)
                .as("the endpoints at least")
                .contains(
                        world.issuer() + "/protocol/openid-connect/auth",
                        world.issuer() + "/protocol/openid-connect/token",
                        world.issuer() + "/protocol/openid-connect/ext/par/request")
                .allSatisfy(address -> assertThat(address).startsWith(world.base() + "/"));
    }

    @Test
    void aCitizenSignsInAtADemoIspAndTheCookiesAreForTlsOnly() {
        VirtualCitizen citizen = world.citizen();
        citizen.enrol(world.sandbox().signInButtons().get(0));
        citizen.browser().forgetEverything();
        world.sandbox().letSmsLimitsPass();

        citizen.signIn(world.sandbox().signInButtons().get(0));

        JsonNode received =
                citizen.browser().json(world.sandbox().signInButtons().get(0).resolve("/session.json"));
        assertThat(received.path("sub").asText()).hasSize(26);
        assertThat(received.path("id_token").path("iss").asText()).isEqualTo(world.issuer());
        List<String> cookies = citizen.browser().setCookies(world.base().getAuthority());
        assertThat(cookies)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains(";Secure", ";HttpOnly", ";Path=/realms/cyberspace-id/")
                        .doesNotContain("Domain="));
        assertThat(named(cookies, "__Secure-CID_SESSION="))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains(";SameSite=Lax"));
        assertThat(named(cookies, "__Secure-AUTH_SESSION_ID_[\\w-]+="))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains(";SameSite=None"));
    }

    private static List<String> named(List<String> cookies, String pattern) {
        Pattern name = Pattern.compile(pattern);
        return cookies.stream().filter(c -> name.matcher(c).lookingAt()).toList();
    }

    private static List<String> addressesIn(JsonNode node) {
        List<String> found = new ArrayList<>();
        node.forEach(child -> found.addAll(addressesIn(child)));
        if (node.isTextual() && node.asText().startsWith("http")) {
            found.add(node.asText());
        }
        return found;
    }
}
