package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.realm.IspAgreement;
import org.cyberspaceid.realm.IspAgreement.LegalBasis;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.keycloak.admin.client.Keycloak;

/** What a citizen sees beside the sign-ins: a service that must know values, the list of services, the check of a number. */
final class OwnPages {
    private static final String BACK = "https://telecom.example/back";

    private final Page page;
    private final RunningSandbox sandbox;
    private final EnrolmentPages pages;

    OwnPages(Page page, RunningSandbox sandbox) {
        this.page = page;
        this.sandbox = sandbox;
        this.pages = new EnrolmentPages(page, new Desk(sandbox.desk()));
    }

    /** A service with a legal basis asks for two values; the person leaves. */
    void values() {
        try (Keycloak admin = sandbox.admin()) {
            IspClients.register(admin, telecom(), Optional.of("a-secret-of-the-telecom-0123456789"));
        }
        page.navigate(
                sandbox.issuer() + "/protocol/openid-connect/auth?client_id=telecom&response_type=code&redirect_uri="
                        + BACK + "&state=s&scope=openid%20real_identity&code_challenge_method=S256&code_challenge="
                        + "a".repeat(43) + "&claims=" + wanted());
        pages.expect("isp-consent");
        pages.goOn();
        pages.expect("isp-real-identity");
        assertThat(page.locator("main input[type=checkbox]:checked").count())
                .as("nothing is ticked before")
                .isZero();
        pages.screens().look("15-real-identity");
    }

    private static IspClient telecom() {
        return new IspClient(
                "telecom",
                "云端电信",
                Optional.empty(),
                List.of(BACK),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of("real_identity"),
                new IspAgreement(
                        "柜台办理",
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new LegalBasis(
                                "telecom-real-name", "《网络安全法》第二十四条", "办理电话入网", "两年", List.of("name", "mobile")))));
    }

    private static String wanted() {
        return "%7B%22userinfo%22%3A%7B%22verified_claims%22%3A%7B%22verification%22%3A%7B%22trust_framework%22%3Anull%7D%2C"
                + "%22claims%22%3A%7B%22name%22%3A%7B%22essential%22%3Atrue%7D%2C%22mobile%22%3Anull%7D%7D%7D%7D";
    }

    /** The help desks' page: right, and mistyped. */
    void numberCheck(String number) {
        page.navigate(sandbox.issuer() + "/network-number");
        pages.expect("network-number");
        pages.screens().look("16-network-number");
        page.locator("input[name=number]").fill(number);
        pages.goOn();
        page.locator("[role=status] .number").waitFor();
        pages.screens().lookOnce("17-network-number-right");
        page.locator("input[name=number]").fill(number.substring(1) + "2");
        pages.goOn();
        page.locator("[data-problem=network_number_mistyped]").first().waitFor();
        pages.screens().lookOnce("18-network-number-mistyped");
    }

    /** The list, one service, another number for it, and signing out everywhere. */
    void services() {
        page.navigate(sandbox.issuer() + "/my-services");
        pages.expect("my-services");
        assertThat(page.locator(".services > li").count())
                .as("two demo ISPs and the one that was just agreed to")
                .isEqualTo(3);
        pages.screens().look("40-my-services");
        page.locator("details:not(:has(button[value=report_compromise])) summary")
                .click();
        pages.screens().lookOnce("45-face-at-sign-in");
        page.locator("details:has(button[value=report_compromise]) summary").click();
        pages.screens().lookOnce("44-somebody-else-used-it");
        page.locator("button[name=service]").first().click();
        pages.expect("my-service");
        pages.screens().lookOnce("41-my-service");
        page.locator("main button[value=renew]").click();
        pages.expect("my-service-renew");
        pages.screens().lookOnce("42-renew-number");
        page.locator("main button[value=back]").click();
        pages.expect("my-services");
        pages.goOn();
        pages.expect("info");
        pages.screens().look("43-signed-out-everywhere");
    }
}
