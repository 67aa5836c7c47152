package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.junit.jupiter.api.Test;

/** Passkeys in Chromium: added after the enrolment, alone, where an ISP insists, after the password, and removed; with what is refused. */
class PasskeyBrowserTest {
    private static final String ESSENTIAL_PASSKEY =
            "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:cyberspace-id:acr:credential\"]}}}";
    private static final String ESSENTIAL_PASSWORD =
            "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:cyberspace-id:acr:password\"]}}}";

    private static final Portrait SELF = Portraits.all().get(3);

    @Test
    void aPasskeySignsInAloneAndNoLongerThanItsOwnerWants() {
        try (KeysPages citizen = new KeysPages(SELF, "+8613900139051")) {
            citizen.enrol(SELF);
            citizen.addPasskey("我的手机");
            assertThat(citizen.passkeys.count()).isEqualTo(1);

            aloneAtTheIsp(citizen);
            whereTheIspInsists(citizen);
            notWithoutTheScreenLock(citizen);
            notTwice(citizen);
            afterThePassword(citizen);
            removedOnTheOwnPage(citizen);
        }
    }

    private static void aloneAtTheIsp(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.pages.expect("login");
        citizen.usePasskey();
        citizen.assertAcr("credential", "hwk", "user");
        assertThat(Events.errors("LOGIN")).first().isEqualTo("null");

        citizen.forgetEverything();
        citizen.askFor(ESSENTIAL_PASSWORD);
        citizen.usePasskey();
        citizen.assertAcr("password", "hwk", "user");
    }

    private static void whereTheIspInsists(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.askFor(ESSENTIAL_PASSKEY);
        citizen.pages.expect("login");
        citizen.pages.screens().look("61-passkey-only");
        assertThat(citizen.page.locator("input[name=password]").count()).isZero();
        citizen.usePasskey();
        citizen.assertAcr("credential", "hwk", "user");

        citizen.askFor(ESSENTIAL_PASSKEY);
        citizen.assertAcr("credential", "hwk", "user");

        citizen.forgetEverything();
        citizen.askFor(ESSENTIAL_PASSKEY);
        citizen.page.waitForRequest(
                request -> request.url().contains("error=unmet_authentication_requirements"),
                () -> citizen.press("without_passkey"));
    }

    /** The browser asks the authenticator for less than our page does: the server looks itself. */
    private static void notWithoutTheScreenLock(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.passkeys.userVerified(false);
        citizen.usePasskey();
        citizen.page.locator("[data-passkey-problem]:not(:empty)").waitFor();
        citizen.usePasskeyWithoutScreenLock();
        citizen.expectProblem("passkey_refused");
        assertThat(Events.errors("LOGIN_ERROR")).first().isEqualTo("invalid_user_credentials");
        citizen.passkeys.userVerified(true);
    }

    /** What signed in once is worth nothing in another tab's sign-in. */
    private static void notTwice(KeysPages citizen) {
        citizen.isp.pressTheButton();
        citizen.pages.expect("login");
        String[] posted = new String[1];
        citizen.page.onRequest(request -> {
            if (request.method().equals("POST")
                    && request.postData() != null
                    && request.postData().matches(".*credentialId=[^&]+.*")) {
                posted[0] = request.postData();
            }
        });
        citizen.usePasskey();
        citizen.isp.received();
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.pages.expect("login");
        citizen.page.evaluate("""
                (body) => {
                  const form = document.querySelector("[data-passkey]").closest("form");
                  for (const [name, value] of new URLSearchParams(body)) form.elements[name].value = value;
                  form.submit();
                }""", posted[0]);
        citizen.expectProblem("passkey_refused");
    }

    private static void afterThePassword(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        int messages = citizen.messages();
        citizen.typePassword();
        citizen.pages.expect("sign-in-passkey");
        citizen.pages.screens().look("62-passkey-after-password");
        citizen.usePasskey();
        citizen.assertAcr("credential", "pin", "hwk", "user", "mfa");
        assertThat(citizen.messages()).as("no SMS was sent").isEqualTo(messages);
    }

    private static void removedOnTheOwnPage(KeysPages citizen) {
        citizen.open("/my-id");
        citizen.pages.expect("my-id");
        assertThat(citizen.page.locator("main").innerText()).contains("我的手机");
        citizen.pages.screens().look("63-my-id");
        citizen.page.locator("button[name=item]").first().click();
        citizen.pages.expect("my-id-item");
        citizen.pages.screens().lookOnce("64-my-id-item");
        citizen.page.locator("input[name=name]").fill("旧手机");
        citizen.pages.goOn();
        citizen.pages.expect("my-id");
        assertThat(citizen.page.locator("main").innerText()).contains("旧手机").doesNotContain("我的手机");
        citizen.page.locator("button[name=item]").first().click();
        citizen.press("remove");
        citizen.pages.expect("login"); // this session was signed in by it, and is over
        assertThat(Events.reasons("REMOVE_CREDENTIAL")).first().isEqualTo("passkey_removed");

        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.usePasskey();
        citizen.expectProblem("passkey_refused");
    }
}
