package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.reader.RefusedException;
import org.cyberspaceid.sandbox.reader.VirtualReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What serves once, a hundred times at the same time: exactly one wins. (Refresh tokens serve again, {@code revokeRefreshToken}
 * is off; and Keycloak keeps a pushed request for its minute, so that a page can be loaded again: RFC 9126, 2.2.)
 */
class RaceAttackFlowTest {
    private static final Portrait SELF = Portraits.all().get(2);
    private static final int AT_ONCE = 100;
    private static final int BROWSERS = 5;

    private final World world = World.get();
    private PlayedIsp isp;

    @BeforeEach
    void start() {
        world.sql("delete from cid_attempt");
        world.letSmsLimitsPass();
        isp = PlayedIsps.register(world, "raced-" + System.nanoTime(), "localhost");
    }

    @AfterEach
    void stop() {
        isp.close();
    }

    /** The same code at several browsers' pages, which all got as far. */
    @Test
    void oneCodeOfATextMessage() {
        Attack race = new Attack("one SMS code at the same time in " + BROWSERS + " browsers");
        VirtualCitizen citizen = enrolled();
        world.letSmsLimitsPass();
        int before = world.texts(world.mobileOf(citizen)).size();
        List<Browser> browsers = new ArrayList<>();
        List<PageView> pages = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
            Browser browser = new Browser("en").stopBefore(isp.redirectUri());
            PageView login = browser.get(isp.signIn("openid", Map.of()));
            PageView code = AtOnce.submit(
                    browser, login, Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
            assertThat(code.is("sign-in-sms-code")).isTrue();
            browsers.add(browser);
            pages.add(code);
        }
        Map<String, String> typed = Map.of("sms_code", world.smsCode(world.mobileOf(citizen), before));
        List<Callable<HttpResponse<String>>> submissions = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> AtOnce.form(browsers.get(i % BROWSERS), pages.get(i % BROWSERS), typed))
                .toList();
        AtOnce.all(submissions).forEach(answer -> race.tried(isSignedIn(answer)));
        race.gotThroughExactlyOnce(AT_ONCE);
    }

    private boolean isSignedIn(HttpResponse<String> answer) {
        return AtOnce.location(answer).startsWith(isp.redirectUri().toString()) && AtOnce.hasCode(answer);
    }

    @Test
    void oneAuthorizationCode() {
        Attack race = new Attack("one authorization code at the same time");
        VirtualCitizen citizen = enrolled();
        world.letSmsLimitsPass();
        URI redirect = citizen.signIn(isp.signIn("openid", Map.of())).address();
        List<Callable<JsonNode>> redemptions = times(() -> isp.tokens(redirect));
        AtOnce.all(redemptions).forEach(answer -> race.tried(answer.has("access_token")));
        race.gotThroughExactlyOnce(AT_ONCE);
    }

    @Test
    void oneHandOffToAReader() {
        Attack race = new Attack("one reader hand-off at the same time");
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.open(world.button(0));
        citizen.register();
        citizen.agree();
        citizen.chooseDocument(DocumentType.RESIDENT_ID_CARD);
        URI link = citizen.at().link("a[rel=reader]");
        List<Callable<Boolean>> claims = times(() -> claims(link));
        AtOnce.all(claims).forEach(race::tried);
        race.gotThroughExactlyOnce(AT_ONCE);
        citizen.press("cancel");
    }

    private static boolean claims(URI link) {
        try {
            return !new VirtualReader().claim(link).code().isEmpty();
        } catch (RefusedException second) {
            return false;
        }
    }

    private static <T> List<Callable<T>> times(Callable<T> once) {
        return IntStream.range(0, AT_ONCE).mapToObj(i -> once).toList();
    }

    /** Agreed at this ISP before, so that nothing comes between the code and the ISP. */
    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn("openid", Map.of()));
        return citizen;
    }
}
