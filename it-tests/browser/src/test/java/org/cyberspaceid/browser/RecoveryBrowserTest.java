package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Optional;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.virtual.DocumentOrder;
import org.cyberspaceid.virtual.PortraitFormat;
import org.cyberspaceid.virtual.Variant;
import org.cyberspaceid.virtual.VirtualDocument;
import org.junit.jupiter.api.Test;

/** A person who lost access, changed the number and has a new document; each with the way that is refused. */
class RecoveryBrowserTest {
    private static final Portrait SELF = Portraits.all().get(0);
    private static final String MOBILE = "+8613900139071";
    private static final String SECOND_MOBILE = "+8613900139072";
    private static final String THIRD_MOBILE = "+8613900139073";
    private static final String PASSWORD = "40718263";
    private static final String SECOND_PASSWORD = "61927405";

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final Desk desk = new Desk(sandbox.desk());
    private final VirtualDocument document =
            sandbox.authority().issue(order(), LocalDate.now().plusDays(90));
    private final BrowserContext browser = sandbox.browser(FakeCamera.following(SELF));
    private final Page page = browser.newPage();
    private final EnrolmentPages pages = new EnrolmentPages(page, desk);
    private final IspPages isp = new IspPages(page, sandbox.isps().get(0));

    @Test
    void aPersonGetsBackInChangesTheNumberAndRenewsTheDocument() {
        try {
            String number = enrol();
            itWaitsWhereNobodyKnowsTheDevice();
            aKnownDeviceStopsIt();
            aKnownDeviceRecoversAtOnce(number);
            changeTheNumber(number);
            renew(number);
        } finally {
            pages.screens().leave("recovery");
            browser.close();
        }
    }

    private String enrol() {
        isp.pressTheButton();
        page.locator("a[href*='registration']").click();
        pages.goOnFrom("enrol-notice");
        pages.goOnFrom("enrol-face-consent");
        proveDocument(document);
        pages.goOnFrom("enrol-face");
        pages.typeMobileNumber(MOBILE);
        pages.typePassword(PASSWORD);
        pages.goOnFrom("enrol-done");
        pages.goOnFrom("isp-consent");
        return isp.received().path("sub").asText();
    }

    private void itWaitsWhereNobodyKnowsTheDevice() {
        browser.clearCookies();
        cannotSignIn(true);
        pages.expect("recovery-waits");
        pages.screens().look("81-recovery-waits");
        assertThat(Events.errors("RESET_PASSWORD_ERROR")).first().isEqualTo("recovery_waiting");
        assertThat(desk.messages(MOBILE).get(0).path("text").asText()).doesNotContain("http");
        pages.goOn();
    }

    private void aKnownDeviceStopsIt() {
        browser.clearCookies();
        signIn(MOBILE, PASSWORD, true);
        isp.received();
        comeBackAnotherDay();
        isp.pressTheButton();
        typeCredentials(MOBILE, PASSWORD);
        pages.expect("recovery-stop");
        pages.screens().look("82-recovery-stop");
        pages.goOn();
        isp.received();
        assertThat(Events.errors("RESET_PASSWORD_ERROR")).first().isEqualTo("recovery_stopped");
    }

    private void aKnownDeviceRecoversAtOnce(String number) {
        comeBackAnotherDay();
        cannotSignIn(false);
        sandbox.letSmsLimitsPass();
        pages.typeMobileNumber(SECOND_MOBILE);
        pages.typePassword(SECOND_PASSWORD);
        pages.expect("recovery-done");
        pages.screens().look("83-recovery-done");
        pages.goOn();
        assertThat(isp.received().path("sub").asText()).isEqualTo(number);
        assertThat(Events.errors("RESET_PASSWORD")).first().isEqualTo("null");
        browser.clearCookies();
        isp.pressTheButton();
        typeCredentials(MOBILE, PASSWORD);
        page.locator("[data-problem='credentials_invalid']").first().waitFor();
    }

    private void changeTheNumber(String number) {
        browser.clearCookies();
        page.navigate(sandbox.issuer() + "/my-id/actions/change-mobile-number");
        typeTheCodeAfter(SECOND_MOBILE, SECOND_PASSWORD, false);
        pages.expect("change-mobile");
        pages.screens().look("84-change-mobile");
        sandbox.letSmsLimitsPass();
        int before = desk.messages(THIRD_MOBILE).size();
        page.locator("input[name=mobile]").fill(THIRD_MOBILE);
        pages.goOn();
        pages.expect("change-mobile-code");
        String code = desk.smsCode(THIRD_MOBILE, before);
        page.locator("input[name=sms_code]").fill(code.equals("000000") ? "000001" : "000000");
        pages.goOn();
        page.locator("[data-problem='sms_code_wrong']").first().waitFor();
        assertThat(Events.errors("UPDATE_PROFILE_ERROR")).first().isEqualTo("sms_code_wrong");
        page.locator("input[name=sms_code]").fill(code);
        page.keyboard().press("Enter");
        pages.expect("my-id");
        assertThat(Events.errors("UPDATE_PROFILE")).first().isEqualTo("null");
        browser.clearCookies();
        signIn(THIRD_MOBILE, SECOND_PASSWORD, false);
        assertThat(isp.received().path("sub").asText()).isEqualTo(number);
    }

    private void renew(String number) {
        aForgedOneRenewsNothing();
        applyAgain();
        proveDocument(sandbox.authority().issueAgain(document, order()));
        pages.goOnFrom("enrol-face");
        pages.expect("enrol-renewed");
        pages.screens().look("85-renewed");
        assertThat(Events.errors("REGISTER_ERROR")).first().isEqualTo("document_renewed");
        browser.clearCookies();
        signIn(THIRD_MOBILE, SECOND_PASSWORD, false);
        assertThat(isp.received().path("sub").asText()).isEqualTo(number);
    }

    private void aForgedOneRenewsNothing() {
        applyAgain();
        show(sandbox.authority().issueAgain(document, order(Variant.TAMPERED)));
        page.locator("[data-problem='document_tampered']").first().waitFor();
        assertThat(Events.errors("REGISTER_ERROR")).first().isEqualTo("document_tampered");
    }

    private void applyAgain() {
        browser.clearCookies();
        isp.pressTheButton();
        page.locator("a[href*='registration']").click();
        pages.goOnFrom("enrol-notice");
        pages.goOnFrom("enrol-face-consent");
    }

    /** To the end of the face check. */
    private void cannotSignIn(boolean look) {
        isp.pressTheButton();
        pages.expect("login");
        page.locator("a[href*='enrolment/recover']").click();
        pages.expect("recovery-start");
        if (look) {
            pages.screens().look("80-recovery-start");
        }
        pages.goOn();
        pages.expect("enrol-face-consent");
        assertThat(page.locator("input[name=keep_template]").count()).isZero();
        pages.goOn();
        proveDocument(document);
        pages.goOnFrom("enrol-face");
    }

    private void proveDocument(VirtualDocument shown) {
        show(shown);
        pages.goOnFrom("enrol-document-verified");
    }

    private void show(VirtualDocument shown) {
        pages.typeDocument("resident_id_card");
        pages.expect("enrol-reader");
        String code = sandbox.read(page.locator("a[rel=reader]").getAttribute("href"), shown);
        page.locator("input[name=reader_code]").waitFor();
        page.locator("input[name=reader_code]").fill(code);
        pages.goOn();
    }

    private void signIn(String mobile, String password, boolean remember) {
        isp.pressTheButton();
        typeTheCodeAfter(mobile, password, remember);
    }

    private void typeTheCodeAfter(String mobile, String password, boolean remember) {
        sandbox.letSmsLimitsPass();
        int before = desk.messages(mobile).size();
        typeCredentials(mobile, password);
        pages.expect("sign-in-sms-code");
        page.locator("input[name=sms_code]").fill(desk.smsCode(mobile, before));
        if (remember) {
            page.locator("input[name=remember_device]").check();
        }
        pages.goOn();
    }

    private void typeCredentials(String mobile, String password) {
        pages.expect("login");
        page.locator("input[name=username]").fill(mobile);
        page.locator("input[name=password]").fill(password);
        page.locator("#kc-login").click();
    }

    /** As if the browser had been closed for a day: known devices stay known. */
    private void comeBackAnotherDay() {
        var device = browser.cookies().stream()
                .filter(cookie -> cookie.name.equals("__Secure-CID_DEVICE"))
                .toList();
        browser.clearCookies();
        browser.addCookies(device);
    }

    private static DocumentOrder order() {
        return order(Variant.GENUINE);
    }

    private static DocumentOrder order(Variant variant) {
        return new DocumentOrder(
                DocumentType.RESIDENT_ID_CARD,
                "林可心",
                Optional.of("LIN KEXIN"),
                LocalDate.of(1990, 3, 12),
                SELF.jpeg(),
                PortraitFormat.JPEG2000,
                variant);
    }
}
