package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing of passwords and of codes, one after another and at the same time, from one place and from many. */
class GuessingAttackFlowTest {
    private static final Portrait SELF = Portraits.all().get(6);
    private static final int AT_ONCE = 100;

    private final World world = World.get();

    /** An ISP's request, as an attacker would make one: nobody comes back with it. */
    private final URI request = AtOnce.requestOf(world.button(0));

    @BeforeEach
    void nobodyGuessedYet() {
        world.sql("delete from cid_attempt");
        world.letSmsLimitsPass();
    }

    /** Five wrong passwords for each number, then the right one; registered numbers among others, every request from elsewhere. */
    @Test
    void credentialStuffingOverManyAccountsAndAddresses() {
        Attack attack = new Attack("credential stuffing, each number and password from another network");
        long before = events("user_temporarily_disabled");
        List<VirtualCitizen> citizens = List.of(enrolled(), enrolled());
        List<String> numbers =
                new ArrayList<>(citizens.stream().map(world::mobileOf).toList());
        IntStream.range(0, 13).forEach(i -> numbers.add(world.freshMobile()));
        List<Callable<PageView>> tries = new ArrayList<>();
        for (int guess = 0; guess < 6; guess++) {
            for (int n = 0; n < numbers.size(); n++) {
                String password = guess < 5 ? "4071826" + (guess + 4) : world.passwordOf(citizens.get(0));
                String from = n % 2 == 0 ? "10.1.0." + (guess * 20 + n) : "fd00:0:" + guess + ":" + n + "::1";
                String number = numbers.get(n);
                tries.add(() -> signIn(new Browser("en").at(from), number, password));
            }
        }
        // All of one password, then all of the next, as such tools do.
        for (int from = 0; from < tries.size(); from += numbers.size()) {
            AtOnce.all(tries.subList(from, from + numbers.size()))
                    .forEach(page -> attack.tried(page.problem().isEmpty()
                            || !page.problem().get().equals(Problem.CREDENTIALS_INVALID.code())));
        }
        attack.neverGotThrough(90);
        world.eventually(
                Duration.ofSeconds(5),
                () -> assertThat(events("user_temporarily_disabled") - before).isGreaterThanOrEqualTo(2));
    }

    /** The /64 of an IPv6 subscriber is one place; after a hundred wrong passwords there, not even a right one is looked at. */
    @Test
    void manyAccountsFromOneNetwork() {
        Attack attack = new Attack("right password after a hundred wrong ones for other numbers in the same /64");
        VirtualCitizen citizen = enrolled();
        List<Callable<PageView>> wrong = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> (Callable<PageView>)
                        () -> signIn(new Browser("en").at("fd00:0:77:1::" + i), world.freshMobile(), "40718264"))
                .toList();
        AtOnce.all(wrong).forEach(page -> attack.tried(page.problem().isEmpty()));
        Browser same = new Browser("en").at("fd00:0:77:1:ffff::1");
        attack.tried(signIn(same, world.mobileOf(citizen), world.passwordOf(citizen))
                .problem()
                .isEmpty());
        attack.neverGotThrough(101);
        Browser elsewhere = new Browser("en").at("fd00:0:77:2::1");
        assertThat(signIn(elsewhere, world.mobileOf(citizen), world.passwordOf(citizen))
                        .is("sign-in-sms-code"))
                .as("the person, from another network")
                .isTrue();
    }

    /** Of a hundred passwords at the same time no more are compared than one after another: the right one among them comes too late. */
    @Test
    void aHundredPasswordsAtOnce() {
        Attack attack = new Attack("a hundred passwords at the same time, the right ones last");
        VirtualCitizen citizen = enrolled();
        long before = events("invalid_user_credentials");
        List<Callable<PageView>> wrong = IntStream.range(0, 30)
                .mapToObj(i -> (Callable<PageView>) () ->
                        signIn(new Browser("en").at("10.2.0." + i), world.mobileOf(citizen), "407182%02d".formatted(i)))
                .toList();
        AtOnce.all(wrong).forEach(page -> attack.tried(page.problem().isEmpty()));
        List<Callable<PageView>> right = IntStream.range(0, 70)
                .mapToObj(i -> (Callable<PageView>) () -> signIn(
                        new Browser("en").at("10.2.0." + (100 + i)),
                        world.mobileOf(citizen),
                        world.passwordOf(citizen)))
                .toList();
        AtOnce.all(right).forEach(page -> attack.tried(page.problem().isEmpty()));
        attack.neverGotThrough(AT_ONCE);
        assertThat(events("invalid_user_credentials") - before)
                .as("passwords that were compared")
                .isEqualTo(5);
    }

    /** Whoever guesses elsewhere locks the account for devices that nobody knows; the citizen goes on where he is known. */
    @Test
    void lockOutAbuseDoesNotShutTheKnownDeviceOut() {
        Attack attack = new Attack("lock-out abuse: guesses from six networks");
        VirtualCitizen citizen = enrolled();
        world.remember(citizen);
        world.endSessions();
        for (int i = 0; i < 30; i++) {
            Browser attacker = new Browser("en").at("10.3.0." + i % 6);
            attack.tried(signIn(attacker, world.mobileOf(citizen), "407182%02d".formatted(i))
                    .problem()
                    .isEmpty());
        }
        attack.tried(signIn(new Browser("en"), world.mobileOf(citizen), world.passwordOf(citizen))
                .problem()
                .isEmpty());
        attack.neverGotThrough(31);

        citizen.open(world.button(1));
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        assertThat(citizen.at().problem()).as("on the known device").isEmpty();
        citizen.consent();
        assertThat(world.received(citizen, 1).path("sub").asText()).hasSize(26);

        world.endSessions();
        citizen.open(world.button(1));
        for (int i = 0; i < 5; i++) {
            citizen.submit(Map.of("username", world.mobileOf(citizen), "password", "4071820" + i));
        }
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        assertThat(citizen.at().problem())
                .as("a known device has five of its own")
                .contains(Problem.CREDENTIALS_INVALID.code());
    }

    /** A browser with a mark of ours has twenty wrong passwords a day at accounts whose device it is not, wherever it is. */
    @Test
    void oneBrowserAtOtherPeoplesAccounts() {
        Attack attack = new Attack("one marked browser at many accounts, from as many networks");
        VirtualCitizen attacker = enrolled();
        VirtualCitizen victim = enrolled();
        world.remember(attacker);
        for (int i = 0; i < 21; i++) {
            attacker.browser().forgetEverythingBut(World.DEVICE_COOKIE);
            attacker.browser().at("10.4.0." + i);
            boolean last = i == 20;
            attack.tried(signIn(
                            attacker.browser(),
                            last ? world.mobileOf(victim) : world.freshMobile(),
                            last ? world.passwordOf(victim) : "40718264")
                    .problem()
                    .isEmpty());
        }
        attack.neverGotThrough(21);
    }

    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        world.letSmsLimitsPass();
        return citizen;
    }

    private PageView signIn(Browser browser, String number, String password) {
        PageView login = browser.get(request);
        assertThat(login.is("login")).as("stands at " + login).isTrue();
        return AtOnce.submit(browser, login, Map.of("username", number, "password", password));
    }

    private long events(String error) {
        String events = "select count(*) from event_entity where error = '" + error + "'";
        return Long.parseLong(new Database(world.jdbcUrl()).query(events).get(0));
    }
}
