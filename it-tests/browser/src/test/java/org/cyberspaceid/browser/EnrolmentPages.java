package org.cyberspaceid.browser;

import com.microsoft.playwright.Page;

/** The pages of enrolment, as a person walks them; looks at each on the way. */
final class EnrolmentPages {
    private final Page page;
    private final Desk desk;
    private final Screens screens;

    EnrolmentPages(Page page, Desk desk) {
        this.page = page;
        this.desk = desk;
        this.screens = new Screens(page);
    }

    void notice() {
        expect("enrol-notice");
        screens.look("01-notice");
        goOn();
        expect("enrol-face-consent");
        screens.look("02-face-consent");
        goOn();
    }

    void chooseDocument(String type) {
        expect("enrol-document");
        screens.look("03-document");
        typeDocument(type);
    }

    void typeDocument(String type) {
        expect("enrol-document");
        page.locator("input[name=document_type][value=" + type + "]").check();
        goOn();
    }

    /** The reader: the desk claims the link, its code is typed here. */
    void readDocument(String documentId) {
        expect("enrol-reader");
        screens.look("04-reader");
        typeReaderCode(documentId);
    }

    void typeReaderCode(String documentId) {
        expect("enrol-reader");
        String code = desk.read(page.locator("a[rel=reader]").getAttribute("href"), documentId)
                .path("code")
                .asText();
        page.locator("input[name=reader_code]").waitFor();
        screens.lookOnce("05-reader-code");
        page.locator("input[name=reader_code]").fill(code);
        goOn();
    }

    void verifiedDocument() {
        expect("enrol-document-verified");
        screens.look("06-document-verified");
        goOn();
    }

    void face() {
        expect("enrol-face");
        screens.look("07-face");
        goOn();
    }

    /** Types the number and the code that was sent to it. */
    void mobileNumber(String e164) {
        expect("enrol-mobile");
        screens.look("08-mobile");
        typeMobileNumber(e164);
    }

    void typeMobileNumber(String e164) {
        expect("enrol-mobile");
        int before = desk.messages(e164).size();
        page.locator("input[autocomplete=tel]").fill(e164);
        goOn();
        expect("enrol-sms-code");
        screens.look("09-sms-code");
        page.locator("input[autocomplete=one-time-code]").fill(desk.smsCode(e164, before));
        goOn();
    }

    void password(String digits) {
        expect("enrol-password");
        screens.look("10-password");
        typePassword(digits);
    }

    void typePassword(String digits) {
        expect("enrol-password");
        page.locator("input[name=password-new]").fill(digits);
        page.locator("input[name=password-confirm]").fill(digits);
        goOn();
    }

    void goOnFrom(String template) {
        expect(template);
        goOn();
    }

    void done() {
        expect("enrol-done");
        screens.look("11-done");
        goOn();
    }

    void consent() {
        expect("isp-consent");
        screens.look("12-consent");
        goOn();
    }

    /** Waits for a page of the theme, which names itself in {@code data-page}. */
    void expect(String template) {
        page.locator("[data-page='" + template + "']").first().waitFor();
    }

    Screens screens() {
        return screens;
    }

    void goOn() {
        page.locator("main button[type=submit]").click();
    }
}
