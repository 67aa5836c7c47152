package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;

/** One citizen at one ISP: goes through every endpoint and keeps all that the ISP receives. */
final class EveryEndpoint {
    private static final Map<String, String> SILENTLY = Map.of("prompt", "none");

    private final World world;
    private final PlayedIsp isp;
    private final VirtualCitizen citizen;
    private final String scope;
    private final Values received = new Values();
    private final int logoutTokensOfOthers;
    private String idToken;

    EveryEndpoint(World world, PlayedIsp isp, VirtualCitizen citizen, String scope) {
        this.world = world;
        this.isp = isp;
        this.citizen = citizen;
        this.scope = scope;
        this.logoutTokensOfOthers = isp.logoutTokens().size();
    }

    Values received() {
        return received;
    }

    /** @param person walks from the authorization request back to the ISP */
    EveryEndpoint signIn(Consumer<URI> person) {
        citizen.browser().stopBefore(isp.redirectUri());
        person.accept(isp.signIn(scope, Map.of()));
        JsonNode tokens = redeem("authorization response");
        idToken = tokens.path("id_token").asText();
        received.add("token response", tokens);
        JsonNode fresh = isp.refresh(tokens);
        assertThat(fresh.path("access_token").asText())
                .as("refreshed: " + fresh)
                .isNotEmpty();
        received.add("refresh response", fresh);
        JsonNode userinfo = isp.userinfo(fresh);
        assertThat(userinfo.path("sub").asText()).as("userinfo: " + userinfo).isNotEmpty();
        received.add("userinfo", userinfo);
        JsonNode introspected = isp.introspect(fresh.path("access_token").asText());
        assertThat(introspected.path("active").asBoolean())
                .as("introspection: " + introspected)
                .isTrue();
        received.add("introspection", introspected);
        received.add("introspection", isp.introspect(fresh.path("refresh_token").asText()));
        return this;
    }

    /** A pushed request, a silent check, and requests and codes that are refused. */
    EveryEndpoint andMore() {
        JsonNode pushed = isp.push(scope, Map.of());
        received.add("par response", pushed);
        open(isp.signInByReference(pushed));
        received.add("token response", redeem("authorization response"));
        open(isp.signIn(scope, SILENTLY));
        received.add("token response", redeem("silent response"));
        open(isp.signIn("openid nonsense", Map.of()));
        received.addAll("error response", PlayedIsp.parameters(citizen.at().address()));
        assertThat(PlayedIsp.parameters(citizen.at().address())).containsEntry("error", "invalid_scope");
        received.add("token error", isp.tokens(URI.create(isp.redirectUri() + "?code=none")));
        return this;
    }

    EveryEndpoint signOut() {
        citizen.browser().stopBefore(isp.afterSignOut());
        citizen.open(isp.signOut(idToken));
        assertThat(citizen.at().address().getPath())
                .isEqualTo(isp.afterSignOut().getPath());
        received.addAll("sign-out response", PlayedIsp.parameters(citizen.at().address()));
        open(isp.signIn(scope, SILENTLY));
        assertThat(PlayedIsp.parameters(citizen.at().address())).containsEntry("error", "login_required");
        received.addAll("silent error", PlayedIsp.parameters(citizen.at().address()));
        return this;
    }

    EveryEndpoint hearOfTheSignOut() {
        world.eventually(
                Duration.ofSeconds(20), () -> assertThat(isp.logoutTokens()).hasSizeGreaterThan(logoutTokensOfOthers));
        isp.logoutTokens().stream().skip(logoutTokensOfOthers).forEach(token -> received.add("logout token", token));
        return this;
    }

    private void open(URI request) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(request);
    }

    private JsonNode redeem(String place) {
        URI redirect = citizen.at().address();
        received.addAll(place, PlayedIsp.parameters(redirect));
        JsonNode tokens = isp.tokens(redirect);
        assertThat(tokens.path("id_token").asText())
                .as(place + " " + citizen.at() + ": " + tokens)
                .isNotEmpty();
        return tokens;
    }
}
