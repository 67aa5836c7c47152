package org.cyberspaceid.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The sign-in pages. */
final class SignInPages {
    private final Page page;
    private final Desk desk;
    private final EnrolmentPages pages;

    SignInPages(Page page, Desk desk) {
        this.page = page;
        this.desk = desk;
        this.pages = new EnrolmentPages(page, desk);
    }

    void look() {
        pages.expect("login");
        pages.screens().look("00-sign-in");
    }

    void applyForAnId() {
        page.locator("a[href*='registration']").click();
    }

    /** Number and password; then the SMS code where the device is not known. */
    void signIn(String mobile, String password) {
        int before = typeCredentials(mobile, password);
        pages.screens().look("13-sign-in-sms-code");
        typeCode(mobile, before);
    }

    /** The same without a look at the pages: against the clock. */
    void signInQuietly(String mobile, String password) {
        typeCode(mobile, typeCredentials(mobile, password));
    }

    private int typeCredentials(String mobile, String password) {
        pages.expect("login");
        int before = desk.messages(mobile).size();
        page.locator("input[autocomplete=tel]").fill(mobile);
        page.locator("input[autocomplete=current-password]").fill(password);
        pages.goOn();
        pages.expect("sign-in-sms-code");
        return before;
    }

    private void typeCode(String mobile, int before) {
        Locator code = page.locator("input[autocomplete=one-time-code]");
        code.fill(desk.smsCode(mobile, before));
        pages.goOn();
    }
}
