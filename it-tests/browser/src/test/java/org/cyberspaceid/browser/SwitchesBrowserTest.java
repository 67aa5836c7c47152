package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.junit.jupiter.api.Test;

/** A known device, and the citizen's own switches: freeze, use again, delete; each confirmed, each with its refusal. */
class SwitchesBrowserTest {
    private static final Portrait SELF = Portraits.all().get(4);
    private static final Portrait OTHER = Portraits.all().get(1);

    @Test
    void aCitizenIsKnownByTheDeviceFreezesUsesAgainAndDeletesTheId() {
        try (KeysPages citizen = new KeysPages(SELF, "+8613900139052")) {
            citizen.enrol(SELF);
            citizen.pages.goOn();
            citizen.pages.expect("isp-consent");
            citizen.pages.goOn();
            citizen.isp.received();

            aWrongCodeIsRefused(citizen);
            theDeviceIsKnown(citizen);
            theDeviceIsForgotten(citizen);
            freeze(citizen);
            useAgain(citizen);
            delete(citizen);
        }
    }

    private static void aWrongCodeIsRefused(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.pages.expect("login");
        RunningSandbox.get().letSmsLimitsPass();
        int before = citizen.messages();
        citizen.typePassword();
        citizen.pages.expect("sign-in-sms-code");
        String code = citizen.smsCode(before);
        citizen.page.locator("input[name=sms_code]").fill(code.equals("000000") ? "000001" : "000000");
        citizen.pages.goOn();
        citizen.expectProblem("sms_code_wrong");
        assertThat(Events.reasons("LOGIN_ERROR")).first().isEqualTo("sms_code_wrong");
        citizen.page.locator("input[name=sms_code]").fill(code);
        citizen.pages.goOn();
        citizen.assertAcr("password", "pin", "sms", "mfa");
        assertThat(Events.errors("LOGIN")).first().isEqualTo("null");
    }

    private static void theDeviceIsKnown(KeysPages citizen) {
        signInByCode(citizen, true);
        citizen.comeBackAnotherDay();
        citizen.isp.pressTheButton();
        citizen.pages.expect("login");
        int messages = citizen.messages();
        citizen.typePassword();
        citizen.assertAcr("password", "pin");
        assertThat(citizen.messages()).isEqualTo(messages);
    }

    private static void theDeviceIsForgotten(KeysPages citizen) {
        citizen.open("/my-id");
        citizen.pages.expect("my-id");
        assertThat(citizen.page.locator(".services > li").innerText()).contains("Chrome");
        citizen.page.locator("button[name=item]").click();
        citizen.press("remove");
        citizen.pages.expect("login");
        citizen.comeBackAnotherDay();
        citizen.isp.pressTheButton();
        RunningSandbox.get().letSmsLimitsPass();
        citizen.typePassword();
        citizen.pages.expect("sign-in-sms-code");
    }

    private static void freeze(KeysPages citizen) {
        signInByCode(citizen, false);
        citizen.open("/my-id/actions/freeze-id");
        citizen.pages.expect("confirm");
        citizen.pages.screens().look("65-freeze");
        citizen.press("cancel");
        citizen.pages.expect("my-id");

        citizen.before(OTHER);
        citizen.open("/my-id/actions/freeze-id");
        citizen.press("face");
        citizen.pages.goOnFrom("confirm-face");
        citizen.expectProblem("face_not_matching");
        citizen.pages.expect("confirm-face");
        assertThat(Events.errors("LOGIN_ERROR")).first().isEqualTo("face_not_matching");

        citizen.before(SELF);
        citizen.open("/my-id/actions/freeze-id");
        citizen.press("face");
        citizen.pages.expect("confirm-face");
        citizen.pages.screens().look("66-confirm-face");
        citizen.pages.goOn();
        citizen.pages.expect("info");
        citizen.pages.screens().lookOnce("67-frozen");
        assertThat(Events.reasons("UPDATE_CREDENTIAL")).contains("id_frozen");
        citizen.open("/my-services");
        citizen.pages.expect("login");
    }

    private static void useAgain(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.page.locator("input[name=username]").fill("+8613900139052");
        citizen.page.locator("input[name=password]").fill("40718264");
        citizen.page.locator("#kc-login").click();
        citizen.expectProblem("credentials_invalid");
        assertThat(Events.errors("LOGIN_ERROR")).first().isEqualTo("invalid_user_credentials");

        codeAfterThePassword(citizen, false);
        citizen.pages.expect("sign-in-frozen");
        assertThat(Events.errors("LOGIN_ERROR")).first().isEqualTo("id_frozen");
        citizen.pages.screens().look("68-sign-in-frozen");
        citizen.pages.goOn();
        citizen.pages.expect("confirm-face");
        citizen.pages.goOn();
        citizen.isp.received();
        assertThat(Events.reasons("UPDATE_CREDENTIAL")).contains("id_in_use_again");
    }

    private static void delete(KeysPages citizen) {
        citizen.open("/my-id/actions/delete-id");
        codeAfterThePassword(citizen, false);
        citizen.pages.expect("confirm");
        citizen.pages.screens().look("69-delete");
        citizen.press("cancel");
        citizen.pages.expect("my-id");
        assertThat(Events.errors("DELETE_ACCOUNT")).isEmpty();
        citizen.open("/my-id/actions/delete-id");
        citizen.press("face");
        citizen.pages.expect("confirm-face");
        citizen.pages.goOn();
        citizen.pages.expect("info");
        citizen.pages.screens().lookOnce("70-deleted");
        assertThat(Events.errors("DELETE_ACCOUNT")).first().isEqualTo("null");

        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.typePassword();
        citizen.expectProblem("credentials_invalid");
    }

    private static void signInByCode(KeysPages citizen, boolean remember) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        codeAfterThePassword(citizen, remember);
        citizen.isp.received();
    }

    private static void codeAfterThePassword(KeysPages citizen, boolean remember) {
        citizen.pages.expect("login");
        RunningSandbox.get().letSmsLimitsPass();
        int before = citizen.messages();
        citizen.typePassword();
        citizen.pages.expect("sign-in-sms-code");
        citizen.page.locator("input[name=sms_code]").fill(citizen.smsCode(before));
        if (remember) {
            citizen.page.locator("input[name=remember_device]").check();
        }
        citizen.pages.goOn();
    }
}
