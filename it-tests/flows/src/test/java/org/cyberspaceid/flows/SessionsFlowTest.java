package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** One session for each ISP, from one browser: signing in, silently or not, and signing out at one or everywhere. */
class SessionsFlowTest {
    private static final String SCOPE = "openid";
    private static final Map<String, String> SILENTLY = Map.of("prompt", "none");
    private static final String DEVICE = "CID_SESSION=";
    private static final int ISPS = 40;

    private final World world = World.get();

    @Test
    void aSignOutAtOneIspIsNoneAtTheOtherAndThatOneAsksForThePasswordAgain() {
        List<PlayedIsp> isps = PlayedIsps.two(world, "sign-out");
        VirtualCitizen citizen = world.citizen(Portraits.all().get(5));
        String idToken = idToken(citizen, isps.get(0), citizen::enrol);
        idToken(citizen, isps.get(1), citizen::signIn);

        citizen.browser().stopBefore(isps.get(0).afterSignOut());
        citizen.open(isps.get(0).signOut(idToken));
        assertThat(citizen.at().address().getPath()).isEqualTo("/signed-out");
        assertThat(silently(citizen, isps.get(0))).containsEntry("error", "login_required");
        assertThat(silently(citizen, isps.get(1))).containsKey("code");
        world.eventually(
                Duration.ofSeconds(10),
                () -> assertThat(isps.get(0).logoutTokens()).hasSize(1));
        assertThat(isps.get(1).logoutTokens()).isEmpty();

        open(citizen, isps.get(0), Map.of());
        assertThat(citizen.at().is("login")).as("asks again: " + citizen.at()).isTrue();
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        citizen.consent();
        assertThat(back(citizen, isps.get(0))).containsKey("code");
        assertThat(silently(citizen, isps.get(1)))
                .as("a re-authentication ends no other")
                .containsKey("code");
        isps.forEach(PlayedIsp::close);
    }

    @Test
    void aSignOutAtTheCitizensOwnPagesEndsAllAndNoTwoIspsAreToldInTheSameSecond() {
        List<PlayedIsp> isps = PlayedIsps.two(world, "everywhere");
        VirtualCitizen citizen = world.citizen(Portraits.all().get(6));
        idToken(citizen, isps.get(0), citizen::enrol);
        idToken(citizen, isps.get(1), citizen::signIn);
        URI account = URI.create(PlayedIsps.issuer(world) + "/my-services");
        citizen.browser().stopBefore(account);
        citizen.open(accountRequest(account));
        assertThat(citizen.at().address().getQuery()).contains("code=");

        citizen.open(URI.create(PlayedIsps.issuer(world) + "/protocol/openid-connect/logout?client_id=account"));
        citizen.goOn("logout-confirm");
        assertThat(citizen.browser().cookiesFor(account)).doesNotContain(DEVICE);

        isps.forEach(isp -> assertThat(silently(citizen, isp)).containsEntry("error", "login_required"));
        world.eventually(
                Duration.ofSeconds(30),
                () -> assertThat(isps)
                        .allSatisfy(isp -> assertThat(isp.logoutTokens()).hasSize(1)));
        List<JsonNode> told = isps.stream()
                .map(isp -> PlayedIsp.claims(isp.logoutTokens().get(0)))
                .toList();
        for (String claim : List.of("iat", "exp", "jti", "sid", "sub")) {
            assertThat(told)
                    .extracting(token -> token.path(claim).asText())
                    .as(claim)
                    .doesNotHaveDuplicates();
        }
        isps.forEach(PlayedIsp::close);
    }

    private URI accountRequest(URI account) {
        return URI.create(PlayedIsps.issuer(world)
                + "/protocol/openid-connect/auth?client_id=account&response_type=code&scope=openid"
                + "&code_challenge=" + "x".repeat(43) + "&code_challenge_method=S256&redirect_uri=" + account);
    }

    /** Somebody else sits down at the browser, and the next ISP's consent page greets the citizen. */
    @Test
    void notMeAsksWhoItIsAndEndsNoSessionOfTheCitizens() {
        List<PlayedIsp> isps = PlayedIsps.two(world, "not-me");
        VirtualCitizen citizen = world.citizen(Portraits.all().get(1));
        idToken(citizen, isps.get(0), citizen::enrol);
        open(citizen, isps.get(1), Map.of());
        assertThat(citizen.at().is("login"))
                .as("knows the browser: " + citizen.at())
                .isFalse();
        String address = citizen.at().html().selectFirst("form[method=post]").attr("abs:action");

        citizen.open(URI.create(address.replaceFirst("/login-actions/[a-z-]+", "/login-actions/restart")));

        assertThat(citizen.at().is("login"))
                .as("asks who it is: " + citizen.at())
                .isTrue();
        assertThat(citizen.browser().cookiesFor(URI.create(address))).doesNotContain(DEVICE);
        assertThat(isps.get(0).logoutTokens()).isEmpty();
        isps.forEach(PlayedIsp::close);
    }

    /** An ISP that the citizen never signed in to learns by a silent check neither that they have an ID nor a session. */
    @Test
    void aSilentCheckElsewhereFindsNothingAndAsksNothing() {
        List<PlayedIsp> isps = PlayedIsps.two(world, "silent");
        VirtualCitizen citizen = world.citizen(Portraits.all().get(7));
        idToken(citizen, isps.get(0), citizen::enrol);
        VirtualCitizen stranger = world.citizen(Portraits.all().get(7));
        silently(stranger, isps.get(1));

        Function<VirtualCitizen, List<String>> asked = who -> sessionsAsked(() -> silently(who, isps.get(1)));
        List<String> ofStranger = asked.apply(stranger);
        List<String> ofCitizen = asked.apply(citizen);

        assertThat(silently(citizen, isps.get(1)).keySet())
                .isEqualTo(silently(stranger, isps.get(1)).keySet());
        assertThat(silently(citizen, isps.get(1))).containsEntry("error", "login_required");
        assertThat(ofCitizen).as("what the database is asked").isNotEmpty().isEqualTo(ofStranger);
        assertThat(silently(citizen, isps.get(0))).as("where they did sign in").containsKey("code");
        isps.forEach(PlayedIsp::close);
    }

    /** Statements on the tables of sessions, without what differs at every one: time and process. */
    private List<String> sessionsAsked(Runnable action) {
        return new StatementLog(world.jdbcUrl(), world.logFolder().resolve("postgres.log"))
                .of("offline_", action).stream()
                        .map(line -> line.replaceFirst(".*execute [^:]*:", ""))
                        .toList();
    }

    @Test
    void fortyIspsLeaveABrowserLightEnough() {
        List<PlayedIsp> isps = Stream.iterate(0, i -> i + 1)
                .limit(ISPS)
                .map(i -> PlayedIsps.register(world, "isp-" + i, "localhost"))
                .toList();
        VirtualCitizen citizen = world.citizen(Portraits.all().get(8));
        idToken(citizen, isps.get(0), citizen::enrol);
        isps.forEach(isp -> idToken(citizen, isp, citizen::signIn));

        URI realm = URI.create(PlayedIsps.issuer(world) + "/");
        int atOnce = citizen.browser().cookiesFor(realm).length();
        citizen.browser().letPass(Duration.ofSeconds(121));
        int after = citizen.browser().cookiesFor(realm).length();
        System.out.printf("cookies after %d ISPs: %d bytes at once, %d after two minutes%n", ISPS, atOnce, after);
        assertThat(after).isLessThan(512);
        assertThat(atOnce).isLessThan(12 * 1024);
        assertThat(silently(citizen, isps.get(0))).as("still signed in").containsKey("code");
        isps.forEach(PlayedIsp::close);
    }

    private String idToken(VirtualCitizen citizen, PlayedIsp isp, Consumer<URI> person) {
        citizen.browser().stopBefore(isp.redirectUri());
        person.accept(isp.signIn(SCOPE, Map.of()));
        JsonNode tokens = isp.tokens(citizen.at().address());
        assertThat(tokens.path("id_token").asText())
                .as(citizen.at() + ": " + tokens)
                .isNotEmpty();
        return tokens.path("id_token").asText();
    }

    private static Map<String, String> silently(VirtualCitizen citizen, PlayedIsp isp) {
        open(citizen, isp, SILENTLY);
        return back(citizen, isp);
    }

    private static void open(VirtualCitizen citizen, PlayedIsp isp, Map<String, String> more) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signIn(SCOPE, more));
    }

    private static Map<String, String> back(VirtualCitizen citizen, PlayedIsp isp) {
        assertThat(citizen.at().address().getPath())
                .as("back at the ISP")
                .isEqualTo(isp.redirectUri().getPath());
        return PlayedIsp.parameters(citizen.at().address());
    }
}
