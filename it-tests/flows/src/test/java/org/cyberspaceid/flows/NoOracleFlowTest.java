package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Whether a number is registered, suspended or locked: the same page, the same code, the same queries in the same order, and as many
 * hashes. (A minor has no ID: the number is one that nobody registered.)
 */
class NoOracleFlowTest {
    private static final Portrait SELF = Portraits.all().get(1);
    private static final String WRONG = "40718264";
    private static final Pattern HASHES =
            Pattern.compile("(?m)^cyberspace_id_password_hashes_total(?:\\{.*})? (\\S+)$");
    private static final Pattern STATEMENT = Pattern.compile("execute [^:]*: (.*)");

    /** Where a request looks; other tables are the housekeeping's. */
    private static final Pattern TABLES = Pattern.compile(
            "(?i)cid_identity|cid_attempt|cid_known_device|user_entity|credential|user_attribute|user_required_action|event_entity");

    private final World world = World.get();
    private final StatementLog statements =
            new StatementLog(world.jdbcUrl(), world.logFolder().resolve("postgres.log"));

    private Set<String> housekeeping;

    private record Work(String page, String problem, List<String> queries, long hashes) {}

    @Test
    void theSameWorkIsDoneForEveryNumber() {
        VirtualCitizen citizen = enrolled();
        VirtualCitizen suspended = enrolled();
        suspend(world.vault().newestUser());
        VirtualCitizen attacker = enrolled();
        world.remember(attacker);
        world.sql("delete from cid_attempt");
        housekeeping = Set.copyOf(queries(NoOracleFlowTest::idle));
        for (Browser browser : List.of(new Browser("en"), marked(attacker))) {
            warmUp(browser);
            Work unknown = work(browser, world.freshMobile(), WRONG);
            assertThat(unknown.hashes()).isEqualTo(1);
            assertThat(unknown.problem()).isEqualTo(Problem.CREDENTIALS_INVALID.code());
            assertThat(unknown.queries()).isNotEmpty();
            assertThat(work(browser, world.mobileOf(citizen), WRONG))
                    .as("registered")
                    .isEqualTo(unknown);
            assertThat(work(browser, world.mobileOf(suspended), world.passwordOf(suspended)))
                    .as("suspended, and the right password")
                    .isEqualTo(unknown);
        }
        Work lockedUnknown = locked(world.freshMobile(), WRONG);
        Work lockedKnown = locked(world.mobileOf(citizen), world.passwordOf(citizen));
        assertThat(lockedKnown).as("locked, and the right password").isEqualTo(lockedUnknown);
        assertThat(lockedKnown.hashes()).isEqualTo(1);
        assertThat(lockedKnown.page())
                .isEqualTo(work(new Browser("en"), world.freshMobile(), WRONG).page());
        System.out.printf(
                "one query list of %d for every number, and one hash%n",
                lockedKnown.queries().size());
    }

    private Work locked(String mobile, String password) {
        for (int i = 0; i < 5; i++) {
            answer(new Browser("en"), mobile, WRONG);
        }
        return work(new Browser("en"), mobile, password);
    }

    /** Keycloak reads realm, client and texts once and keeps them. */
    private void warmUp(Browser browser) {
        for (int i = 0; i < 3; i++) {
            answer(browser, world.freshMobile(), WRONG);
        }
    }

    private Work work(Browser browser, String mobile, String password) {
        PageView login = browser.get(world.button(0));
        PageView[] answer = new PageView[1];
        long before = hashes();
        List<String> queries = queries(
                () -> answer[0] = AtOnce.submit(browser, login, Map.of("username", mobile, "password", password)));
        return new Work(
                withoutWhatDiffers(answer[0], mobile),
                answer[0].problem().orElse(""),
                queries.stream().filter(query -> !housekeeping.contains(query)).toList(),
                hashes() - before);
    }

    private List<String> queries(Runnable work) {
        return statements.of("", work).stream()
                .flatMap(line -> statement(line).stream())
                .toList();
    }

    /** What the server asks by itself, every two seconds. */
    private static void idle() {
        try {
            Thread.sleep(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private PageView answer(Browser browser, String mobile, String password) {
        return AtOnce.submit(browser, browser.get(world.button(0)), Map.of("username", mobile, "password", password));
    }

    private static List<String> statement(String line) {
        Matcher statement = STATEMENT.matcher(line);
        List<String> found = new ArrayList<>();
        if (statement.find() && TABLES.matcher(statement.group(1)).find()) {
            found.add(statement.group(1));
        }
        return found;
    }

    private static String withoutWhatDiffers(PageView page, String mobile) {
        return page.html()
                .outerHtml()
                .replace(mobile, "…")
                .replaceAll("(session_code|execution|client_data|tab_id|data-session-hash|data-challenge)=\"?[^\"& ]+", "$1=…");
    }

    private long hashes() {
        Matcher hashes = HASHES.matcher(Management.metrics(world));
        assertThat(hashes.find()).as("the metric of password hashes").isTrue();
        return Math.round(Double.parseDouble(hashes.group(1)));
    }

    /** A browser that is known to be somebody's, and not these numbers'. */
    private static Browser marked(VirtualCitizen owner) {
        owner.browser().forgetEverythingBut(World.DEVICE_COOKIE);
        return owner.browser();
    }

    private void suspend(String user) {
        try (Keycloak admin = world.admin()) {
            UserResource account = admin.realm("cyberspace-id").users().get(user);
            UserRepresentation changed = account.toRepresentation();
            changed.setEnabled(false);
            account.update(changed);
        }
    }

    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        world.letSmsLimitsPass();
        return citizen;
    }
}
