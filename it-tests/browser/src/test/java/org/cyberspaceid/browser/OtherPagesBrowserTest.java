package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.outcome.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages beside the straight way: refusals, errors, the service hall, sign-out; and the way by keyboard alone. */
class OtherPagesBrowserTest {
    private static final Portrait SELF = Portraits.all().get(1);

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final Desk desk = new Desk(sandbox.desk());
    private BrowserContext browser;
    private Page page;
    private EnrolmentPages pages;

    @BeforeEach
    void open() {
        browser = sandbox.browser(FakeCamera.still(SELF));
        page = browser.newPage();
        pages = new EnrolmentPages(page, desk);
        new IspPages(page, sandbox.isps().get(0)).pressTheButton();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoRefusesTheFaceCheckFindsAServiceHall() {
        toTheFaceConsent();
        press("other_way");
        pages.expect("enrol-service-hall");
        pages.screens().look("20-service-hall");
    }

    @Test
    void anExpiredDocumentIsRefusedWithAWayOn() {
        readDocument("1994-05-17", "expired");
        expectProblem(Problem.DOCUMENT_EXPIRED);
        pages.screens().look("21-document-expired");
    }

    @Test
    void aMinorIsToldWhatToDo() {
        readDocument("2013-05-17", "genuine");
        expectProblem(Problem.GUARDIAN_REQUIRED);
        pages.screens().look("22-guardian-required");
    }

    @Test
    void aStillPhotoBeforeTheCameraIsRefused() {
        readDocument("1994-05-17", "genuine");
        pages.expect("enrol-document-verified");
        pages.goOn();
        pages.expect("enrol-face");
        pages.goOn();
        page.locator("[data-prompt='left'], [data-prompt='right']").waitFor();
        pages.screens().lookOnce("23-face-prompt");
        page.locator("[data-page='enrol-problem']")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
        expectProblem(Problem.FACE_NOT_LIVE);
        pages.screens().look("24-face-not-live");
    }

    @Test
    void aWrongReaderCodeIsSaidAboveTheForm() {
        toTheReader();
        desk.read(page.locator("a[rel=reader]").getAttribute("href"), document("1994-05-17", "genuine"));
        page.locator("input[name=reader_code]").waitFor();
        page.locator("input[name=reader_code]").fill("000000");
        pages.goOn();
        expectProblem(Problem.READER_CODE_WRONG);
        pages.screens().lookOnce("25-reader-code-wrong");
    }

    @Test
    void aWrongPasswordIsSaidAboveTheForm() {
        page.locator("input[autocomplete=tel]").fill("139 0013 9999");
        page.locator("input[autocomplete=current-password]").fill("40718263");
        pages.goOn();
        expectProblem(Problem.CREDENTIALS_INVALID);
        assertThat(page.locator("input[autocomplete=tel]").inputValue()).isEqualTo("139 0013 9999");
        pages.screens().lookOnce("26-credentials-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans"})
    void aPageThatExpiredLeadsOn(String language) {
        pages.screens().speak(language);
        page.locator("a[href*='registration']").click();
        pages.expect("enrol-notice");
        String old = page.locator("main form").getAttribute("action");
        pages.goOn();
        pages.expect("enrol-face-consent");
        pages.goOn();
        pages.expect("enrol-document");
        page.evaluate(
                "action => { const form = document.createElement('form'); form.method = 'post'; form.action = action;"
                        + " document.body.append(form); form.submit(); }",
                old);
        pages.expect("login-page-expired");
        pages.screens().lookOnce("27-page-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans"})
    void anUnknownServiceIsAPageNotAStackTrace(String language) {
        pages.screens().speak(language);
        page.navigate(sandbox.issuer() + "/protocol/openid-connect/auth?client_id=nobody&response_type=code");
        pages.expect("error");
        pages.screens().lookOnce("28-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "zh-Hans"})
    void signingOutIsAskedAndConfirmed(String language) {
        pages.screens().speak(language);
        page.navigate(sandbox.issuer() + "/protocol/openid-connect/logout");
        pages.expect("logout-confirm");
        pages.screens().lookOnce("29-sign-out");
        pages.goOn();
        pages.expect("info");
        pages.screens().lookOnce("30-signed-out");
    }

    @Test
    void theKeyboardIsEnough() {
        tabTo("a[href*='registration']");
        page.keyboard().press("Enter");
        pages.expect("enrol-notice");
        pressPrimaryByKeyboard();
        pages.expect("enrol-face-consent");
        pressPrimaryByKeyboard();
        pages.expect("enrol-document");
        tabTo("input[name=document_type]");
        page.keyboard().press("Space");
        pressPrimaryByKeyboard();
        pages.expect("enrol-reader");
        tabTo("a[rel=reader]");
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("the focus is seen")
                .isNotEqualTo("none");
    }

    private void toTheFaceConsent() {
        page.locator("a[href*='registration']").click();
        pages.expect("enrol-notice");
        pages.goOn();
        pages.expect("enrol-face-consent");
    }

    private void toTheReader() {
        toTheFaceConsent();
        pages.goOn();
        pages.expect("enrol-document");
        page.locator("input[name=document_type][value=resident_id_card]").check();
        pages.goOn();
        pages.expect("enrol-reader");
    }

    private void readDocument(String birthDate, String variant) {
        toTheReader();
        String code = desk.read(page.locator("a[rel=reader]").getAttribute("href"), document(birthDate, variant))
                .path("code")
                .asText();
        page.locator("input[name=reader_code]").waitFor();
        page.locator("input[name=reader_code]").fill(code);
        pages.goOn();
    }

    private String document(String birthDate, String variant) {
        return desk.document(SELF.jpeg(), "resident_id_card", "林小满", birthDate, variant);
    }

    private void expectProblem(Problem problem) {
        page.locator("[data-problem='" + problem.code() + "']").first().waitFor();
        assertThat(page.locator("main").innerText()).contains(problem.code());
    }

    private void press(String action) {
        page.locator("main button[value=" + action + "]").click();
    }

    private void pressPrimaryByKeyboard() {
        tabTo("main button[type=submit]");
        page.keyboard().press("Enter");
    }

    private void tabTo(String selector) {
        for (int tabs = 0; tabs < 60; tabs++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }
}
