package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspAgreement.LegalBasis;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.cyberspaceid.sandbox.citizen.TurningHead;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.virtual.Variant;
import org.keycloak.admin.client.Keycloak;

/** Over the pages of enrolment, of ISPs' wishes, of sign-in by face and by phone, and of what goes wrong. */
final class SignInWalk {
    private static final String FACE = "urn:cyberspace-id:acr:face";

    private final Walk walk;
    private final World world;
    private final PlayedIsp isp;
    private final ScanScene scene;
    private final String issuer;
    private final Portrait self;
    private final Portrait other;
    private final VirtualCitizen citizen;

    SignInWalk(Walk walk, Portrait self, Portrait other) {
        this.walk = walk;
        this.world = walk.world();
        this.isp = walk.isp();
        this.scene = new ScanScene(world, isp);
        this.issuer = world.issuer();
        this.self = self;
        this.other = other;
        this.citizen = walk.watched(world.citizen(self));
    }

    /** Signed in at the end, and lets the features of the face be kept. */
    VirtualCitizen walk() {
        enrols();
        asksForValues();
        looksAtOwnPages();
        showsTheFaceAgain();
        isRefused();
        letsAPhoneApprove();
        return citizen;
    }

    /** Signs out. */
    void end() {
        meetsErrors();
        isAnswered();
    }

    private void enrols() {
        walk.open(citizen, Map.of("ui_locales", "zh-Hant"));
        citizen.open(URI.create(citizen.at().link(".languages a[lang=en]").toString()));
        walk.open(citizen, Map.of());
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
        citizen.open(walk.own("my-services"));
        citizen.expect("my-services");
        String service = citizen.at().attribute("button[name=service]", "value").orElseThrow();
        citizen.submit(Map.of("service", service, "action", "open"));
        citizen.expect("my-service");
        citizen.press("renew");
        citizen.expect("my-service-renew");
        citizen.open(walk.own("network-number"));
        citizen.submit(Map.of("number", "x"));
        for (String page : List.of("isp", "isp/button", "reader/open")) {
            assertThat(citizen.open(walk.own(page)).status()).as(page).isEqualTo(200);
        }
    }

    private void showsTheFaceAgain() {
        String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + FACE + "\"]}}}";
        walk.open(citizen, Map.of("claims", essential));
        for (int attempt = 1; attempt <= 3; attempt++) {
            citizen.showFaceAtSignIn(new TurningHead(other));
        }
        citizen.expect("sign-in-face-ended");
    }

    private void isRefused() {
        VirtualCitizen expired =
                walk.watched(world.citizen(world.document(DocumentType.RESIDENT_ID_CARD, Variant.EXPIRED, self), self));
        expired.open(isp.signIn("openid", Map.of()));
        expired.register();
        expired.agree();
        expired.chooseDocument(DocumentType.RESIDENT_ID_CARD);
        expired.readDocument();
        expired.expect("enrol-problem");

        VirtualCitizen again = walk.watched(world.atAnotherBrowser(citizen));
        again.open(isp.signIn("openid", Map.of()));
        again.register();
        again.agree();
        again.proveDocument();
        again.showFace(new TurningHead(self));
        again.expect("enrol-existing");
    }

    private void letsAPhoneApprove() {
        world.letSmsLimitsPass();
        VirtualCitizen phone = walk.watched(world.atAnotherBrowser(citizen));
        phone.browser().stopBefore(isp.redirectUri());
        phone.open(isp.signIn("openid", Map.of()));
        phone.typeCredentialsAndBeRemembered();
        for (String answer : List.of("right", "refuse", "wrong")) {
            VirtualCitizen screen = scene.waiting(walk.watched(world.atAnotherBrowser(citizen)), Map.of());
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
        VirtualCitizen visitor = walk.watched(world.atAnotherBrowser(citizen));
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
        VirtualCitizen again = walk.watched(world.atAnotherBrowser(citizen));
        again.open(isp.signIn("openid", Map.of("response_mode", "form_post", "prompt", "none")));
        assertThat(FormPost.fields(again.at())).containsEntry("error", "login_required");
        assertThat(again.at().html().select("script[src$=/js/form-post.js]")).hasSize(1);
        assertThat(again.browser()
                        .fetch(URI.create(issuer)
                                .resolve(again.at().html().expectFirst("script").attr("src")))
                        .body())
                .contains("submit()");
    }
}
