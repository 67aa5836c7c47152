package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cyberspaceid.clips.Portrait;

/** A citizen with a passkey at the first ISP: what the tests of keys and switches have in common. */
final class KeysPages implements AutoCloseable {
    static final String PASSWORD = "40718263";

    private static final String DEVICE_COOKIE = "__Secure-CID_DEVICE";

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final Desk desk = new Desk(sandbox.desk());
    private final String mobile;
    private final BrowserContext browser;
    private String document;
    final Page page;
    final EnrolmentPages pages;
    final VirtualPasskeys passkeys;
    final IspPages isp;

    KeysPages(Portrait portrait, String mobile) {
        this.mobile = mobile;
        browser = sandbox.browser(FakeCamera.following(portrait));
        page = browser.newPage();
        pages = new EnrolmentPages(page, desk);
        passkeys = new VirtualPasskeys(page);
        isp = new IspPages(page, sandbox.isps().get(0));
    }

    /** Enrols, lets the face's features be kept, and stops at the page that says it is done. */
    void enrol(Portrait portrait) {
        enrol(portrait, true);
    }

    void enrolWithoutLettingTheFaceBeKept(Portrait portrait) {
        enrol(portrait, false);
    }

    private void enrol(Portrait portrait, boolean keepFace) {
        document = desk.document(portrait.jpeg(), "resident_id_card", "周一帆", "1988-09-30", "genuine");
        isp.pressTheButton();
        page.locator("a[href*='registration']").click();
        pages.goOnFrom("enrol-notice");
        pages.expect("enrol-face-consent");
        page.locator("input[name=keep_template]").setChecked(keepFace);
        pages.goOn();
        proveDocumentAndFace();
        pages.typeMobileNumber(mobile);
        pages.typePassword(PASSWORD);
        pages.expect("enrol-done");
    }

    /** "I cannot sign in", to the end of the face check. */
    void proveAnew() {
        isp.pressTheButton();
        pages.expect("login");
        page.locator("a[href*='enrolment/recover']").click();
        pages.goOnFrom("recovery-start");
        pages.goOnFrom("enrol-face-consent");
        proveDocumentAndFace();
    }

    private void proveDocumentAndFace() {
        pages.typeDocument("resident_id_card");
        pages.typeReaderCode(document);
        pages.goOnFrom("enrol-document-verified");
        pages.goOnFrom("enrol-face");
    }

    /** From the done page: adds a passkey and goes on to the ISP. */
    void addPasskey(String name) {
        press("add_passkey");
        boolean consentFirst = consentIfAsked();
        pages.expect("webauthn-register");
        pages.screens().look("60-add-passkey");
        page.locator("input[name=passkey_name]").fill(name);
        pages.goOn();
        if (!consentFirst) {
            consentIfAsked();
        }
        isp.received();
    }

    /** The realm does not say which of two actions comes first. */
    private boolean consentIfAsked() {
        page.locator("[data-page='webauthn-register'], [data-page='isp-consent']")
                .first()
                .waitFor();
        boolean asked = page.locator("[data-page='isp-consent']").count() > 0;
        if (asked) {
            pages.goOn();
        }
        return asked;
    }

    /** The ISP's request as its button makes it, with claims beside. */
    void askFor(String claims) {
        APIResponse button = browser.request()
                .get(
                        sandbox.isps().get(0) + "/oauth2/authorization/cyberspace-id",
                        RequestOptions.create().setMaxRedirects(0));
        page.navigate(
                button.headers().get("location") + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8));
    }

    void usePasskey() {
        page.locator("[data-passkey-button]").click();
    }

    /** As a script could that asks the authenticator for less than our page does. */
    void usePasskeyWithoutScreenLock() {
        page.evaluate("""
                async () => {
                  const text = (b) => btoa(String.fromCharCode(...new Uint8Array(b)))
                    .replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
                  const part = document.querySelector("[data-passkey]");
                  const form = part.closest("form");
                  const bytes = (s) => Uint8Array.from(atob(s.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
                  const { rawId, response } = await navigator.credentials.get({ publicKey: {
                    challenge: bytes(part.dataset.challenge), rpId: part.dataset.rpId, userVerification: "discouraged" } });
                  form.elements.credentialId.value = text(rawId);
                  for (const name of ["authenticatorData", "clientDataJSON", "signature", "userHandle"]) {
                    form.elements[name].value = text(response[name]);
                  }
                  form.submit();
                }""");
    }

    void typePassword() {
        page.locator("input[name=username]").fill(mobile);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    void press(String action) {
        page.locator("main button[value=" + action + "]").click();
    }

    void open(String path) {
        page.navigate(sandbox.issuer() + path);
    }

    int messages() {
        return desk.messages(mobile).size();
    }

    String smsCode(int before) {
        return desk.smsCode(mobile, before);
    }

    /** As if the browser had been closed for a day: known devices stay known. */
    void comeBackAnotherDay() {
        var device = browser.cookies().stream()
                .filter(cookie -> cookie.name.equals(DEVICE_COOKIE))
                .toList();
        browser.clearCookies();
        browser.addCookies(device);
    }

    /** Somebody else before the camera, or the citizen again, on the pages opened from now on. */
    void before(Portrait somebody) {
        browser.addInitScript(FakeCamera.following(somebody));
    }

    void forgetEverything() {
        browser.clearCookies();
    }

    void expectProblem(String code) {
        page.locator("[data-problem='" + code + "']").first().waitFor();
    }

    JsonNode idToken() {
        return isp.received().path("id_token");
    }

    void assertAcr(String level, String... amr) {
        JsonNode token = idToken();
        assertThat(token.path("acr").asText()).isEqualTo("urn:cyberspace-id:acr:" + level);
        assertThat(token.path("amr")).extracting(JsonNode::asText).containsExactly(amr);
    }

    @Override
    public void close() {
        pages.screens().leave("keys" + mobile);
        browser.close();
    }
}
