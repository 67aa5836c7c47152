package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspAgreement.LegalBasis;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.RealmRepresentation;

/** Every page of ours, and how it is served. A page that the walk does not come by fails the test. */
class EveryPageFlowTest {
    private static final Portrait SELF = Portraits.all().get(1);
    private static final Portrait OTHER = Portraits.all().get(0);
    private static final Path TEMPLATES = Path.of("../../themes/src/main/resources/theme/cyberspace-id/login");
    private static final String FACE = "urn:cyberspace-id:acr:face";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final World world = World.get();
    private final PlayedIsp isp = PlayedIsps.register(world, "pages-" + System.nanoTime(), "localhost");
    private final ScanScene scene = new ScanScene(world, isp);
    private final String issuer = PlayedIsps.issuer(world);
    private final PageRules rules = new PageRules(URI.create(issuer).getAuthority());
    private final VirtualCitizen citizen = watched(world.citizen(SELF));

    @AfterEach
    void close() {
        isp.close();
    }

    @Test
    void everyPageIsServedByTheSameRules() throws IOException {
        enrols();
        asksForValues();
        looksAtOwnPages();
        showsTheFaceAgain();
        isRefused();
        letsAPhoneApprove();
        meetsErrors();
        isAnswered();

        System.out.println("pages served: " + rules.pages() + ", templates: "
                + rules.templates().size() + ", cookies: " + rules.cookies());
        assertThat(rules.broken()).isEmpty();
        assertThat(rules.templates()).isEqualTo(templates());
        assertThat(rules.cookies())
                .containsExactlyInAnyOrder(
                        "__Secure-AUTH_SESSION_ID",
                        "__Secure-KC_RESTART",
                        "__Secure-CID_SESSION",
                        "__Secure-CID_DEVICE",
                        "__Secure-CID_SCAN",
                        "__Secure-KEYCLOAK_LOCALE");
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterHalfADayAnyway() {
        try (Keycloak admin = world.admin()) {
            RealmRepresentation realm = admin.realm("cyberspace-id").toRepresentation();
            assertThat(realm.getSsoSessionIdleTimeout()).isEqualTo((int) HALF_AN_HOUR.toSeconds());
            assertThat(realm.getSsoSessionMaxLifespan()).isEqualTo((int) HALF_A_DAY.toSeconds());
            assertThat(realm.getClientSessionIdleTimeout())
                    .as("no longer than the session")
                    .isZero();
            assertThat(realm.getClientSessionMaxLifespan()).isZero();
            assertThat(realm.isRememberMe()).isFalse();
            assertThat(realm.getAccessCodeLifespanLogin()).isEqualTo((int) HALF_AN_HOUR.toSeconds());
            assertThat(realm.getAccessTokenLifespan()).isEqualTo(300);
        }
    }

    private void enrols() {
        open(Map.of("ui_locales", "zh-Hant"));
        citizen.open(URI.create(citizen.at().link(".languages a[lang=en]").toString()));
        open(Map.of());
        citizen.submit(Map.of("username", "+8613900000000", "password", "40718263"));
        citizen.register();
        citizen.goOn("enrol-notice");
        citizen.expect("enrol-face-consent");
        citizen.press("other_way");
        citizen.expect("enrol-service-hall");
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.enrolAndLetFaceBeKept(isp.signIn("openid", Map.of()));
    }

    /** An ISP with a legal basis. */
    private void asksForValues() {
        String back = "https://telecom.example/back";
        String id = "telecom-" + System.nanoTime();
        try (Keycloak admin = world.admin()) {
            IspClients.register(
                    admin,
                    new IspClient(
                            id,
                            id,
                            Optional.empty(),
                            List.of(back),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Set.of("real_identity"),
                            new IspAgreement(
                                    "at a counter",
                                    Optional.empty(),
                                    false,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(new LegalBasis(
                                            "law", "a law", "a purpose", "two years", List.of("name"))))),
                    Optional.of("a-secret-of-the-telecom-0123456789"));
        }
        citizen.open(URI.create(
                issuer + "/protocol/openid-connect/auth?client_id=" + id + "&response_type=code&redirect_uri="
                        + back + "&state=s&scope=openid%20real_identity&code_challenge_method=S256&code_challenge="
                        + "a".repeat(43)
                        + "&claims=%7B%22userinfo%22%3A%7B%22verified_claims%22%3A%7B%22verification%22%3A%7B%22trust_framework%22%3A"
                        + "null%7D%2C%22claims%22%3A%7B%22name%22%3A%7B%22essential%22%3Atrue%7D%7D%7D%7D%7D"));
        citizen.goOn("isp-consent");
        citizen.expect("isp-real-identity");
    }

    private void looksAtOwnPages() {
        citizen.open(own("my-services"));
        citizen.expect("my-services");
        String service = citizen.at().attribute("button[name=service]", "value").orElseThrow();
        citizen.submit(Map.of("service", service, "action", "open"));
        citizen.expect("my-service");
        citizen.press("renew");
        citizen.expect("my-service-renew");
        citizen.open(own("network-number"));
        citizen.submit(Map.of("number", "x"));
        for (String page : List.of("isp", "isp/button", "reader/open")) {
            assertThat(citizen.open(own(page)).status()).as(page).isEqualTo(200);
        }
    }

    private void showsTheFaceAgain() {
        String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + FACE + "\"]}}}";
        open(Map.of("claims", essential));
        for (int attempt = 1; attempt <= 3; attempt++) {
            citizen.showFaceAtSignIn(new TurningHead(OTHER));
        }
        citizen.expect("sign-in-face-ended");
    }

    private void isRefused() {
        VirtualCitizen expired =
                watched(world.citizen(world.document(DocumentType.RESIDENT_ID_CARD, Variant.EXPIRED, SELF), SELF));
        expired.open(isp.signIn("openid", Map.of()));
        expired.register();
        expired.agree();
        expired.chooseDocument(DocumentType.RESIDENT_ID_CARD);
        expired.readDocument();
        expired.expect("enrol-problem");

        VirtualCitizen again = watched(world.atAnotherBrowser(citizen));
        again.open(isp.signIn("openid", Map.of()));
        again.register();
        again.agree();
        again.proveDocument();
        again.showFace(new TurningHead(SELF));
        again.expect("enrol-existing");
    }

    private void letsAPhoneApprove() {
        world.letSmsLimitsPass();
        VirtualCitizen phone = watched(world.atAnotherBrowser(citizen));
        phone.browser().stopBefore(isp.redirectUri());
        phone.open(isp.signIn("openid", Map.of()));
        phone.typeCredentialsAndBeRemembered();
        for (String answer : List.of("right", "refuse", "wrong")) {
            VirtualCitizen screen = scene.waiting(watched(world.atAnotherBrowser(citizen)), Map.of());
            String number = ScanScene.number(screen);
            ScanScene.follow(phone, ScanScene.link(screen));
            phone.expect("scan-approve");
            switch (answer) {
                case "right" -> ScanScene.approve(phone, number);
                case "refuse" -> phone.press("refuse");
                default -> ScanScene.approve(phone, ScanScene.wrong(number, 1));
            }
            screen.goOn("sign-in-scan");
            assertThat(screen.at().is("sign-in-scan-ended")).isNotEqualTo(answer.equals("right"));
        }
        phone.expect("scan-ended");
    }

    private void meetsErrors() {
        VirtualCitizen visitor = watched(world.atAnotherBrowser(citizen));
        visitor.open(URI.create(issuer + "/protocol/openid-connect/auth?client_id=nobody&response_type=code"));
        visitor.expect("error");
        visitor.open(isp.signIn("openid", Map.of()));
        visitor.register();
        URI stale = URI.create(visitor.at().html().expectFirst("main form").attr("abs:action"));
        visitor.agree();
        visitor.post(stale, Map.of());
        visitor.expect("login-page-expired");
        citizen.open(URI.create(issuer + "/protocol/openid-connect/logout"));
        citizen.goOn("logout-confirm");
        citizen.expect("info");
    }

    /** An authorization response in the form of a form is a page too. */
    private void isAnswered() {
        VirtualCitizen again = watched(world.atAnotherBrowser(citizen));
        again.open(isp.signIn("openid", Map.of("response_mode", "form_post", "prompt", "none")));
        assertThat(FormPost.fields(again.at())).containsEntry("error", "login_required");
        assertThat(again.at().html().select("script[src$=/js/form-post.js]")).hasSize(1);
        assertThat(again.browser()
                        .fetch(URI.create(issuer)
                                .resolve(again.at().html().expectFirst("script").attr("src")))
                        .body())
                .contains("submit()");
    }

    private void open(Map<String, String> more) {
        citizen.browser().stopBefore(isp.redirectUri());
        citizen.open(isp.signIn("openid", more));
    }

    private URI own(String page) {
        return URI.create(issuer + "/" + page);
    }

    private VirtualCitizen watched(VirtualCitizen somebody) {
        somebody.browser().watch(rules);
        return somebody;
    }

    /** Those of pages: the libraries have no call of the frame's page, or define macros only. */
    private static Set<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(EveryPageFlowTest::isPage)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.ftl$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isPage(Path file) {
        try {
            return file.toString().endsWith(".ftl") && Files.readString(file).contains("<@layout.page ");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
