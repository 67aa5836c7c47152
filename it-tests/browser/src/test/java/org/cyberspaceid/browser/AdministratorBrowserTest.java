package org.cyberspaceid.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.realm.IspClient;
import org.cyberspaceid.realm.IspClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;

/** The pages of Keycloak's console where an administrator deals with an ISP: they show our texts, keep our rules and say why. */
class AdministratorBrowserTest {
    private static final String CLIENT = "console-test";

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final BrowserContext browser =
            sandbox.browser(FakeCamera.still(Portraits.all().get(1)));
    private final Page page = browser.newPage();
    private String client;

    @BeforeEach
    void signIn() {
        try (Keycloak admin = sandbox.admin()) {
            IspClients.register(
                    admin,
                    IspClient.of(
                            CLIENT,
                            "Console test",
                            List.of("https://console.example/back"),
                            Set.of("age_over_18"),
                            "by mail and password"),
                    java.util.Optional.of(UUID.randomUUID().toString()));
            var clients = admin.realm("cyberspace-id").clients();
            client = clients.findByClientId(CLIENT).get(0).getId();
        }
        page.setViewportSize(1280, 900);
        page.navigate(sandbox.console());
        page.locator("#username").fill(sandbox.adminUser());
        page.locator("#password").fill(sandbox.adminPassword());
        page.locator("#kc-login").click();
        page.getByTestId("userDropdown").or(page.locator("#nav-toggle")).first().waitFor();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theContractIsAFormWithHelpThatSaysWhatIsWrong() {
        open("/clients");
        see("console-test", "50-clients");
        open("/clients/" + client + "/clientScopes/dedicated");
        see("isp-contract", "51-client-contract");
        page.getByText("Add mapper").click();
        page.getByText("By configuration").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("ISP contract")).isVisible();
        page.keyboard().press("Escape");
        page.getByText("isp-contract").click();
        see("Other ways to sign in", "52-contract");
        for (String field : List.of("Sector", "Nonce instead of PKCE", "Legal basis: law", "Legal basis: values")) {
            assertThat(page.getByText(field, new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
        field("sector").fill("https://console.example/");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        refused("sector: a host name in lower case", "53-contract-refused");
    }

    @Test
    void theAllowListIsTheClientsScopes() {
        open("/clients/" + client + "/clientScopes");
        see("age_over_18", "54-allow-list");
        open("/client-scopes");
        see("phone_verified", "55-scopes"); // ten to a page; the eleventh is real_identity
    }

    @Test
    void anAddressThatIsNotHttpsIsRefusedWithTheReason() {
        open("/clients/" + client + "/settings");
        Locator address = page.locator("input[value='https://console.example/back']");
        address.waitFor();
        address.fill("http://console.example/back");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        refused("https", "56-client-refused");
    }

    @Test
    void aCitizensPasswordIsNotTheAdministrators() {
        new Desk(sandbox.desk()).somebody();
        String citizen;
        try (Keycloak admin = sandbox.admin()) {
            citizen = admin.realm("cyberspace-id").users().list().get(0).getId();
        }
        open("/users/" + citizen + "/settings");
        see("ID", "59-citizen");
        open("/users/" + citizen + "/credentials");
        see("Reset password", "60-citizens-credentials");
        page.getByText("Reset password", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator("#password").fill("73920518");
        page.locator("#passwordConfirmation").fill("73920518");
        page.getByTestId("confirm").click();
        page.getByTestId("confirm").last().click();
        refused("citizen_credentials_are_the_citizens", "61-password-refused");
    }

    @Test
    void thePolicyIsThereToRead() {
        open("/realm-settings/client-policies/cyberspace-id-isp/edit-profile");
        see("network-number-required", "57-client-profile");
        open("/realm-settings/client-policies/policies");
        see("cyberspace-id-isp", "58-client-policy");
    }

    private void open(String path) {
        page.navigate(sandbox.console() + path);
    }

    private Locator field(String name) {
        return page.locator("[name='config." + name + "']");
    }

    private void see(String text, String picture) {
        page.locator("main, #kc-main-content-page-container")
                .getByText(text)
                .first()
                .waitFor();
        shoot(picture);
    }

    /** The console's alert gives our reason. */
    private void refused(String reason, String picture) {
        Locator alert = page.locator("[class*='alert'][class*='danger']").first();
        alert.waitFor();
        shoot(picture);
        assertThat(alert).containsText(reason);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", name + "-desktop-en.png")));
    }
}
