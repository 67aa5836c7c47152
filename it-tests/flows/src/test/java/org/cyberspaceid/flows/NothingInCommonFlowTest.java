package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/**
 * Two ISPs pool all they have received of one citizen, from one browser, at every endpoint: no value joins the two records. What is the
 * same for everybody is found by asking what the same ISPs received of somebody else, not by a list that somebody wrote.
 */
class NothingInCommonFlowTest {
    private static final String SCOPE = "openid identity_verified";

    private final World world = World.get();

    @Test
    void twoIspsHaveNothingInCommon() {
        List<PlayedIsp> isps = PlayedIsps.two(world, "joining");
        List<Values> somebody = at(isps, 3);
        List<Values> other = at(isps, 4);

        Map<String, Set<String>> common = common(somebody, other);

        report("cyberspace-id", somebody, common);
        assertThat(common).isEmpty();
        assertThat(common(other, somebody)).isEmpty();
        isps.forEach(PlayedIsp::close);
    }

    private List<Values> at(List<PlayedIsp> isps, int face) {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(face));
        EveryEndpoint first = new EveryEndpoint(world, isps.get(0), citizen, SCOPE).signIn(citizen::enrol);
        EveryEndpoint second = new EveryEndpoint(world, isps.get(1), citizen, SCOPE).signIn(citizen::signIn);
        first.andMore().signOut();
        second.andMore().signOut();
        return List.of(
                first.hearOfTheSignOut().received(), second.hearOfTheSignOut().received());
    }

    /**
     * That the test can fail: as Keycloak is, the same walk finds what joins the two. (Only introspection's {@code username} is not among
     * it: our introspection provider drops it in every realm of the server.)
     */
    @Test
    void stockKeycloakIsJoinedInAllThePlacesThatAreKnown() {
        try (StockRealm stock = new StockRealm(world)) {
            List<PlayedIsp> isps = List.of(stock.register("one", "localhost"), stock.register("two", "127.0.0.1"));
            List<Values> somebody = at(stock, isps, "somebody");
            List<Values> other = at(stock, isps, "otherperson");

            Map<String, Set<String>> common = common(somebody, other);

            report("stock", somebody, common);
            Set<String> places = common.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            assertThat(places)
                    .contains(
                            "authorization response.code",
                            "authorization response.session_state",
                            "token response.session_state",
                            "token response.id_token.sid",
                            "token response.access_token.sid",
                            "token response.refresh_token.sid",
                            "introspection.preferred_username",
                            "introspection.sid",
                            "userinfo.sub",
                            "userinfo.preferred_username",
                            "logout token.sid",
                            "logout token.sub");
            isps.forEach(PlayedIsp::close);
        }
    }

    private List<Values> at(StockRealm stock, List<PlayedIsp> isps, String name) {
        stock.addPerson(name);
        VirtualCitizen citizen = world.citizen(Portraits.all().get(3));
        EveryEndpoint first = new EveryEndpoint(world, isps.get(0), citizen, "openid profile email").signIn(request -> {
            citizen.open(request);
            citizen.submit(Map.of("username", name, "password", StockRealm.PASSWORD));
        });
        EveryEndpoint second =
                new EveryEndpoint(world, isps.get(1), citizen, "openid profile email").signIn(citizen::open);
        first.andMore();
        second.andMore();
        // In stock Keycloak a sign-out at one is one at both.
        first.signOut();
        return List.of(
                first.hearOfTheSignOut().received(), second.hearOfTheSignOut().received());
    }

    private static Map<String, Set<String>> common(List<Values> of, List<Values> somebodyElse) {
        return of.get(0).inCommonWith(of.get(1), somebodyElse.toArray(Values[]::new));
    }

    private static void report(String realm, List<Values> received, Map<String, Set<String>> common) {
        System.out.printf(
                "realm %s: %d and %d values of 32 bits, %d in common of this citizen alone, at %s%n",
                realm,
                received.get(0).count(),
                received.get(1).count(),
                common.size(),
                common.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
    }
}
