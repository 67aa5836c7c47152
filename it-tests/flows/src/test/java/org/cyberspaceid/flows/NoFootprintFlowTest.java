package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;

/**
 * One person used an ISP and another person another, and both have signed out everywhere: who has a full dump of the database and all
 * logs cannot tell who used which. With Keycloak's own consent they could; and what is planted they find.
 */
class NoFootprintFlowTest {
    private final World world = World.get();
    private final Database database = new Database(world.jdbcUrl());
    private List<PlayedIsp> isps = List.of();

    @Test
    void aDumpAndAllLogsDoNotTellWhichIspAPersonUsed() throws IOException {
        assertThat(database.query("show log_statement")).as("as in production").containsExactly("none");
        isps = PlayedIsps.two(world, "footprint");
        isps.forEach(isp -> isp.answerLogouts(500)); // and they introspect refresh tokens: mistakes leave entries
        Dump before = world.dump();
        List<List<Needle>> people = List.of(useAndSignOut(isps.get(0), 6), useAndSignOut(isps.get(1), 7));

        Footprints footprints = new Footprints(before, world.dump(before), identifiers());
        report("cyberspace-id", footprints, people);
        assertThat(footprints.entriesOf(people.get(0))).isGreaterThan(5);
        assertThat(footprints.entriesOf(isps.get(0).clientId())).isGreaterThan(5);
        for (int person : List.of(0, 1)) {
            for (int isp : List.of(0, 1)) {
                assertThat(evidence(footprints, people, person, isp))
                        .as("person %d, ISP %d", person, isp)
                        .isEmpty();
            }
        }
        whatIsPlantedIsFound(before, people);
    }

    /** The same dump, the same search, one thing more: each time it must be found, and it must be the right ISP. */
    private void whatIsPlantedIsFound(Dump before, List<List<Needle>> people) throws IOException {
        String user = new String(people.get(1).get(0).value(), StandardCharsets.UTF_8);
        String client = isps.get(1).clientId();
        String session = UUID.randomUUID().toString();
        long noon = 1_760_000_000_000L;
        assertFound("an event", before, people, () -> event(user, client, null, noon));
        assertFound("a value in common", before, people, () -> {
            event(user, null, session, noon);
            event(null, client, session, noon + 60_000);
        });
        assertFound("the second", before, people, () -> {
            event(user, null, null, noon + 1);
            event(null, client, null, noon + 999);
        });
        String now = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS"));
        assertFound("a log line", before, people, () -> log(now + " INFO  user " + user + " client " + client + "\n"));
        assertFound("a log's seconds", before, people, () -> log(now + " INFO  " + user + "\n" + now + " " + client));
    }

    private void assertFound(String what, Dump before, List<List<Needle>> people, Runnable plant) throws IOException {
        plant.run();
        Footprints footprints = new Footprints(before, world.dump(before), identifiers());
        assertThat(evidence(footprints, people, 1, 1)).as(what).isNotEmpty();
        assertThat(evidence(footprints, people, 1, 0)).as(what).isEmpty();
        unplant();
    }

    /** That the test can fail: Keycloak's own consent is there after everybody has signed out, and says it all. */
    @Test
    void keycloaksOwnConsentTells() throws InterruptedException {
        try (StockRealm stock = new StockRealm(world)) {
            isps = List.of(
                    stock.register("stock-consent-one", "localhost", true),
                    stock.register("stock-consent-two", "127.0.0.1", true));
            Dump before = world.dump();
            List<Needle> somebody = useAndSignOut(stock, isps.get(0), "somebody-footprint");
            // In the second in which the one ends the other must not begin: that alone would look like a trace.
            TimeUnit.SECONDS.sleep(2);
            List<List<Needle>> people = List.of(somebody, useAndSignOut(stock, isps.get(1), "otherperson-footprint"));

            Footprints footprints = new Footprints(before, world.dump(before), identifiers());
            report("stock", footprints, people);
            for (int person : List.of(0, 1)) {
                assertThat(evidence(footprints, people, person, person))
                        .anyMatch(found -> found.contains("table public.user_consent:"));
                assertThat(evidence(footprints, people, person, 1 - person)).isEmpty();
            }
        }
    }

    private List<Needle> useAndSignOut(PlayedIsp isp, int face) {
        VirtualCitizen citizen = world.citizen(Portraits.all().get(face));
        EveryEndpoint there = new EveryEndpoint(world, isp, citizen, "openid identity_verified");
        there.signIn(citizen::enrol);
        String user = world.vault().newestUser();
        there.signIn(citizen::open);
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        there.signIn(citizen::signIn);

        world.letSmsLimitsPass();
        citizen.signIn(URI.create(world.issuer() + "/my-services"));
        citizen.goOn("my-services");
        citizen.expect("info");
        there.hearOfTheSignOut();
        return named(user);
    }

    private List<Needle> useAndSignOut(StockRealm stock, PlayedIsp isp, String name) {
        stock.addPerson(name);
        VirtualCitizen citizen = world.citizen(Portraits.all().get(6));
        EveryEndpoint there = new EveryEndpoint(world, isp, citizen, "openid");
        there.signIn(request -> {
            citizen.open(request);
            citizen.submit(Map.of("username", name, "password", StockRealm.PASSWORD));
            citizen.submit(Map.of("accept", "Yes"));
        });
        there.signIn(citizen::open);
        String user = database.query("select id from user_entity where username = '" + name + "'")
                .get(0);
        try (Keycloak admin = world.admin()) {
            admin.realm(StockRealm.NAME).users().get(user).logout();
        }
        there.hearOfTheSignOut();
        return named(user);
    }

    /** A person as the database knows them, when no session is left. */
    private List<Needle> named(String user) {
        world.eventually(
                Duration.ofSeconds(10),
                () -> assertThat(database.query(
                                "select user_session_id from offline_user_session where user_id = '" + user + "'"))
                        .isEmpty());
        return List.of(
                Needle.text("user", user),
                Needle.text(
                        "user name",
                        database.query("select username from user_entity where id = '" + user + "'")
                                .get(0)));
    }

    private Map<String, List<Needle>> identifiers() {
        return isps.stream()
                .collect(Collectors.toMap(
                        PlayedIsp::clientId,
                        isp -> List.of(
                                Needle.text("client id", isp.clientId()),
                                Needle.text("address", isp.redirectUri().getAuthority()),
                                Needle.text(
                                        "client",
                                        database.query("select id from client where client_id = '" + isp.clientId()
                                                        + "'")
                                                .get(0)))));
    }

    private List<String> evidence(Footprints footprints, List<List<Needle>> people, int person, int isp) {
        return footprints.evidence(
                people.get(person), people.get(1 - person), isps.get(isp).clientId());
    }

    private void report(String realm, Footprints footprints, List<List<Needle>> people) {
        System.out.printf(
                "realm %s: %s entries of the people, %s of the ISPs; evidence for the right ISP %s, for the wrong one %s%n",
                realm,
                people.stream().map(footprints::entriesOf).toList(),
                isps.stream().map(isp -> footprints.entriesOf(isp.clientId())).toList(),
                Stream.of(0, 1)
                        .map(n -> evidence(footprints, people, n, n).size())
                        .toList(),
                Stream.of(0, 1)
                        .map(n -> evidence(footprints, people, n, 1 - n).size())
                        .toList());
    }

    private void event(String user, String client, String session, long time) {
        database.sql(
                "insert into event_entity (id, user_id, client_id, session_id, event_time, type) values (?, ?, ?, ?, ?, 'PLANTED')",
                UUID.randomUUID().toString(),
                user,
                client,
                session,
                time);
    }

    private void log(String lines) {
        try {
            Files.writeString(plantedLog(), lines, StandardOpenOption.CREATE);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Path plantedLog() {
        return world.logFolder().resolve("planted-footprint.log");
    }

    @AfterEach
    void unplant() throws IOException {
        database.sql("delete from event_entity where type = 'PLANTED'");
        Files.deleteIfExists(plantedLog());
    }

    @AfterEach
    void closeIsps() {
        isps.forEach(PlayedIsp::close);
    }
}
