package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.Browser;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another site, or whoever had the browser before, makes a citizen's browser do. */
class BrowserAttackFlowTest {
    private static final Portrait SELF = Portraits.all().get(3);
    private static final String EVIL = "evil.example";

    private final World world = World.get();
    private PlayedIsp isp;

    @BeforeEach
    void start() {
        world.sql("delete from cid_attempt");
        world.letSmsLimitsPass();
        isp = PlayedIsps.register(world, "attacked-" + System.nanoTime(), "localhost");
    }

    @AfterEach
    void stop() {
        isp.close();
    }

    /** Session fixation: an attacker plants the cookies of his own open sign-in in the citizen's browser and keeps a copy. */
    @Test
    void cookiesFromBeforeTheSignInAreWorthNothing() {
        Attack attack = new Attack("session fixation: cookies planted before a sign-in");
        VirtualCitizen citizen = enrolled();
        citizen.browser().forgetEverything();
        URI realm = URI.create(PlayedIsps.issuer(world) + "/");
        citizen.open(isp.signIn("openid", Map.of()));
        PageView login = citizen.at();
        String planted = citizen.browser().cookiesFor(realm);
        URI form = AtOnce.action(login);
        assertThat(planted).isNotEmpty();
        int before = world.texts(world.mobileOf(citizen)).size();
        citizen.submit(Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen)));
        citizen.expect("sign-in-sms-code");
        String halfWay = citizen.browser().cookiesFor(realm);
        citizen.submit(Map.of("sms_code", world.smsCode(world.mobileOf(citizen), before), "remember_device", "yes"));
        assertThat(PlayedIsp.parameters(citizen.consent().address())).containsKey("code");

        for (String cookies : List.of(planted, halfWay)) {
            for (URI address : List.of(
                    isp.signIn("openid", Map.of("prompt", "none")),
                    isp.signIn("openid", Map.of()),
                    form,
                    AtOnce.again(login),
                    URI.create(realm + "my-services"))) {
                HttpResponse<String> answer = AtOnce.get(address, cookies);
                attack.tried(isSignedIn(answer));
            }
        }
        attack.neverGotThrough(10);
    }

    private boolean isSignedIn(HttpResponse<String> answer) {
        return AtOnce.hasCode(answer) || answer.body().contains("data-page=\"my-services.ftl\"");
    }

    /** A device mark that was planted before is not the one that is known afterwards. */
    @Test
    void aPlantedDeviceMarkIsNotTheOneThatIsRemembered() {
        Attack attack = new Attack("device mark planted before it is remembered");
        VirtualCitizen owner = enrolled();
        world.remember(owner);
        URI realm = URI.create(PlayedIsps.issuer(world) + "/");
        String planted = mark(owner.browser().cookiesFor(realm));
        world.letSmsLimitsPass();
        world.endSessions();
        owner.browser().forgetEverythingBut(World.DEVICE_COOKIE);
        VirtualCitizen victim = enrolled();
        world.sql("delete from cid_known_device");
        Browser shared = owner.browser();
        int before = world.texts(world.mobileOf(victim)).size();
        PageView code = AtOnce.submit(shared, shared.get(world.button(0)), credentials(victim));
        AtOnce.submit(
                shared,
                code,
                Map.of("sms_code", world.smsCode(world.mobileOf(victim), before), "remember_device", "yes"));
        assertThat(mark(shared.cookiesFor(realm))).isNotEqualTo(planted);

        URI start = isp.signIn("openid", Map.of());
        Browser attacker = new Browser("en").stopBefore(isp.redirectUri());
        PageView login = attacker.get(start);
        Map<String, String> fields = AtOnce.fields(login, credentials(victim));
        HttpResponse<String> answer = AtOnce.postWith(
                AtOnce.action(login), attacker.cookiesFor(AtOnce.action(login)) + "; " + planted, fields);
        attack.tried(!answer.body().contains("sign-in-sms-code"));
        attack.neverGotThrough(1);
    }

    private static String mark(String cookies) {
        return List.of(cookies.split("; ")).stream()
                .filter(cookie -> cookie.startsWith(World.DEVICE_COOKIE + "="))
                .findFirst()
                .orElseThrow();
    }

    /** Cross-site requests: the citizen's cookies go along, what stands on our page does not. */
    @Test
    void anotherSitesFormsDoNothing() {
        Attack attack = new Attack("CSRF: forms of another site with the citizen's cookies");
        VirtualCitizen citizen = enrolled();
        citizen.browser().forgetEverything();
        world.letSmsLimitsPass();
        citizen.open(isp.signIn("openid", Map.of()));
        PageView login = citizen.at();
        Browser attacker = new Browser("en");
        URI attackers = AtOnce.action(attacker.get(isp.signIn("openid", Map.of())));
        URI own = AtOnce.action(login);
        // Whoever makes the browser sign in as somebody else, or go on with what it began.
        for (URI forged : List.of(
                attackers,
                without(own, "session_code"),
                without(own, "tab_id"),
                without(own, "execution"),
                with(own, "session_code", parameter(attackers, "session_code")),
                with(own, "tab_id", parameter(attackers, "tab_id")))) {
            HttpResponse<String> answer =
                    AtOnce.postWith(forged, citizen.browser().cookiesFor(forged), credentials(citizen));
            attack.tried(answer.body().contains("sign-in-sms-code") || AtOnce.hasCode(answer));
        }

        // Consent, at an ISP that the citizen knows nothing of.
        PlayedIsp curious = PlayedIsps.register(world, "curious-" + System.nanoTime(), "localhost");
        world.letSmsLimitsPass();
        citizen.browser().stopBefore(curious.redirectUri());
        citizen.open(curious.signIn("openid identity_verified", Map.of()));
        if (citizen.at().is("login")) {
            citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        }
        citizen.expect("isp-consent");
        URI consent = AtOnce.action(citizen.at());
        Map<String, String> agreed = AtOnce.fields(citizen.at(), Map.of());
        for (URI forged : List.of(without(consent, "session_code"), with(consent, "session_code", "guessed"))) {
            HttpResponse<String> answer =
                    AtOnce.postWith(forged, citizen.browser().cookiesFor(forged), agreed);
            attack.tried(AtOnce.hasCode(answer));
        }
        world.letSmsLimitsPass();
        assertThat(PlayedIsp.parameters(citizen.signIn(curious.signIn("openid identity_verified", Map.of()))
                        .address()))
                .as("the citizen's own form")
                .containsKey("code");
        curious.close();
        attack.neverGotThrough(8);
    }

    /** Wherever an address can be named, only the registered ones lead anywhere. */
    @Test
    void nobodyIsSentToAnotherSite() {
        Attack attack = new Attack("open redirect");
        String good = isp.redirectUri().toString();
        String port = ":" + isp.redirectUri().getPort();
        List<String> targets = List.of(
                "https://" + EVIL + "/",
                "//" + EVIL + "/",
                "https:" + EVIL,
                "javascript:alert(1)",
                "data:text/html,x",
                good + "." + EVIL,
                good + "@" + EVIL,
                good.replace("localhost", "localhost." + EVIL),
                good.replace("localhost" + port, "localhost" + port + "@" + EVIL),
                good.replace("localhost", EVIL + "#localhost"),
                good.replace("localhost", EVIL + "\\.localhost"),
                good.replace("localhost", EVIL + "?localhost"),
                good + "/../../" + EVIL,
                good + "/..%2f..%2f" + EVIL,
                good + "#" + EVIL,
                good + "%0d%0aLocation:https://" + EVIL,
                good.replace("http:", "https:"),
                good + "/" + EVIL,
                good + "?next=https://" + EVIL);
        URI auth = isp.signIn("openid", Map.of());
        String issuer = PlayedIsps.issuer(world);
        for (String target : targets) {
            for (String more : List.of("", "&prompt=none", "&prompt=create", "&response_type=none")) {
                URI address = URI.create(with(auth, "redirect_uri", target) + more);
                attack.tried(leadsAway(AtOnce.get(address, ""), target));
            }
            String encoded = encode(target);
            for (String path : List.of(
                    "/protocol/openid-connect/logout?client_id=" + isp.clientId() + "&post_logout_redirect_uri="
                            + encoded,
                    "/protocol/openid-connect/logout?post_logout_redirect_uri=" + encoded,
                    "/protocol/openid-connect/registrations?response_type=code&client_id=" + isp.clientId()
                            + "&redirect_uri=" + encoded,
                    "/login-actions/restart?client_id=" + isp.clientId() + "&redirect_uri=" + encoded,
                    "/my-services?error=x&redirect_uri=" + encoded)) {
                attack.tried(leadsAway(AtOnce.get(URI.create(issuer + path), ""), target));
            }
        }
        attack.neverGotThrough(targets.size() * 9);
    }

    private static boolean leadsAway(HttpResponse<String> answer, String target) {
        String location = AtOnce.location(answer);
        return !location.isEmpty()
                && (location.startsWith(target)
                        || location.replaceFirst("\\?.*", "").contains(EVIL));
    }

    private VirtualCitizen enrolled() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn("openid", Map.of()));
        world.letSmsLimitsPass();
        return citizen;
    }

    private Map<String, String> credentials(VirtualCitizen citizen) {
        return Map.of("username", world.mobileOf(citizen), "password", world.passwordOf(citizen));
    }

    private static URI without(URI address, String parameter) {
        return URI.create(address.toString().replaceAll("(?<=[?&])" + parameter + "=[^&]*&?", ""));
    }

    private static URI with(URI address, String parameter, String value) {
        Map<String, String> parameters = new HashMap<>(PlayedIsp.parameters(address));
        parameters.put(parameter, value);
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, text) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(encode(text)));
        return URI.create(address.toString().replaceFirst("\\?.*", "") + query);
    }

    private static String parameter(URI address, String name) {
        return PlayedIsp.parameters(address).get(name);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
