package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cyberspaceid.flows.ScanScene.approve;
import static org.cyberspaceid.flows.ScanScene.follow;
import static org.cyberspaceid.flows.ScanScene.isIn;
import static org.cyberspaceid.flows.ScanScene.link;
import static org.cyberspaceid.flows.ScanScene.number;
import static org.cyberspaceid.flows.ScanScene.wrong;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The attack that signing in across devices invites (draft-ietf-oauth-cross-device-security, 4): somebody starts a sign-in on their own screen
 * and has the victim's phone approve it. Here the victim does all that is asked but for telling the number, which only the screen shows.
 */
class ScanRelayFlowTest {
    private static final int TRIES = 20;
    private static final int AT_ONCE = 100;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final World world = World.get();
    private final PlayedIsp isp = PlayedIsps.register(world, "relay-" + System.nanoTime(), "localhost");
    private final ScanScene scene = new ScanScene(world, isp);
    private final VirtualCitizen victim = world.citizen(Portraits.all().get(2));

    @AfterEach
    void close() {
        isp.close();
    }

    @Test
    void withoutTheNumberNoneGetsThrough() {
        signIn(victim);
        int tried = 0;
        int through = 0;
        for (int i = 1; i <= TRIES; i++) {
            VirtualCitizen attacker = world.atAnotherBrowser(victim);
            scene.waiting(attacker, Map.of());
            String link = link(attacker);
            String number = number(attacker);
            follow(victim, link);
            approve(victim, "");
            through += goesOn(attacker);
            approve(victim, wrong(number, 4 * i));
            through += goesOn(attacker);
            follow(victim, link); // The attacker has learned the number meanwhile: the attempt is over all the same.
            if (victim.at().is("scan-approve")) {
                approve(victim, number);
            }
            through += goesOn(attacker);
            tried += 3;
        }
        System.out.println(
                "cross-device relay without the matching number: tried " + tried + " / got through = " + through);
        assertThat(through).isZero();
    }

    @Test
    void anApprovalIsWorthNothingToAnotherBrowser() {
        signIn(victim);
        int tried = 0;
        int through = 0;
        for (int i = 0; i < TRIES; i++) {
            VirtualCitizen screen = scene.waiting(world.atAnotherBrowser(victim), Map.of());
            String number = number(screen);
            follow(victim, link(screen));
            approve(victim, number);
            VirtualCitizen thief = world.atAnotherBrowser(victim);
            assertThat(ScanScene.state(thief.browser(), screen))
                    .as("nor does it learn of it")
                    .isEqualTo("ended");
            thief.browser().stopBefore(isp.redirectUri());
            thief.post(
                    URI.create(screen.at().html().expectFirst("#scan").attr("abs:action")),
                    Map.of("action", "continue"));
            through += isIn(thief) ? 1 : 0;
            tried++;
            screen.goOn("sign-in-scan");
            screen.consent();
            assertThat(isIn(screen)).as("its own browser").isTrue();
        }
        System.out.println("approval fetched by another browser: tried " + tried + " / got through = " + through);
        assertThat(through).isZero();
    }

    @Test
    void anotherSiteCannotHaveAPersonAsked() throws Exception {
        VirtualCitizen screen = scene.waiting(world.citizen(Portraits.all().get(3)), Map.of());
        String handle = URI.create(link(screen)).getFragment();
        URI handOver = URI.create(PlayedIsps.issuer(world) + "/scan");
        for (String site : List.of("cross-site", "same-site", "none")) {
            HttpResponse<String> answer = send(handOver, Map.of("handle", handle), "", Map.of("Sec-Fetch-Site", site));
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(site)
                    .noneMatch(cookie -> cookie.contains("CID_SCAN"));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        HttpResponse<String> own =
                send(handOver, Map.of("handle", handle), "", Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(own.statusCode()).isEqualTo(303);
        assertThat(own.headers().firstValue("Location").orElseThrow()).doesNotContain(handle);
    }

    @Test
    void ofAHundredAnswersAtOnceOneCountsAndOneSignsIn() throws Exception {
        signIn(victim);
        VirtualCitizen screen = scene.waiting(world.atAnotherBrowser(victim), Map.of());
        String number = number(screen);
        follow(victim, link(screen));
        List<HttpResponse<String>> approvals =
                atOnce(victim, "main form", Map.of("action", "approve", "number", number));
        long counted = approvals.stream()
                .filter(answer -> answer.headers()
                        .firstValue("Location")
                        .filter(to -> to.contains("kc_action_status=success"))
                        .isPresent())
                .count();
        List<HttpResponse<String>> finishes = atOnce(screen, "#scan", Map.of("action", "continue"));
        long signedIn = finishes.stream()
                .filter(answer -> answer.headers()
                        .firstValue("Location")
                        .filter(to -> to.contains("/required-action") || to.contains("code="))
                        .isPresent())
                .count();
        System.out.println("parallel approvals: " + AT_ONCE + " tried, " + counted + " counted; parallel finishes: "
                + AT_ONCE + " tried, " + signedIn + " signed in");
        assertThat(counted).isEqualTo(1);
        assertThat(signedIn).isEqualTo(1);
    }

    private List<HttpResponse<String>> atOnce(VirtualCitizen who, String form, Map<String, String> fields)
            throws Exception {
        URI to = URI.create(who.at().html().expectFirst(form).attr("abs:action"));
        String cookies = who.browser().cookiesFor(to);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return send(to, fields, cookies, Map.of());
                }));
            }
            start.countDown();
            List<HttpResponse<String>> all = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    private static HttpResponse<String> send(
            URI to, Map<String, String> fields, String cookies, Map<String, String> headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int goesOn(VirtualCitizen attacker) {
        if (attacker.at().is("sign-in-scan")) {
            attacker.submit(Map.of());
        }
        return isIn(attacker) || attacker.at().is("isp-consent") ? 1 : 0;
    }

    private void signIn(VirtualCitizen citizen) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrol(isp.signIn("openid", Map.of()));
        assertThat(isIn(citizen)).isTrue();
    }
}
