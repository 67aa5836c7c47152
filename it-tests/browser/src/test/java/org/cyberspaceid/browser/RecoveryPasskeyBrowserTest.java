package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.junit.jupiter.api.Test;

/** Who lost everything but a passkey proves document and face and does not wait; who has it not here, or answers wrongly, waits. */
class RecoveryPasskeyBrowserTest {
    private static final Portrait SELF = Portraits.all().get(0);
    private static final String NEW_MOBILE = "+8613900139054";
    private static final String NEW_PASSWORD = "61927405";

    @Test
    void aPasskeyOfTheAccountMakesTheWaitUnnecessary() {
        try (KeysPages citizen = new KeysPages(SELF, "+8613900139053")) {
            citizen.enrolWithoutLettingTheFaceBeKept(SELF);
            citizen.addPasskey("我的手机");

            aWrongAnswerDoesNot(citizen);
            withoutItTheWaitBegins(citizen);
            withItNobodyWaits(citizen);
            itIsGoneAfterwards(citizen);
        }
    }

    private static void aWrongAnswerDoesNot(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.proveAnew();
        citizen.pages.expect("sign-in-passkey");
        citizen.pages.screens().look("86-recovery-passkey");
        citizen.passkeys.userVerified(false);
        citizen.usePasskeyWithoutScreenLock();
        citizen.expectProblem("passkey_refused");
        citizen.pages.expect("sign-in-passkey");
        assertThat(Events.errors("RESET_PASSWORD_ERROR")).first().isEqualTo("invalid_user_credentials");
        citizen.passkeys.userVerified(true);
    }

    private static void withoutItTheWaitBegins(KeysPages citizen) {
        citizen.press("without_passkey");
        citizen.pages.expect("recovery-waits");
        assertThat(Events.errors("RESET_PASSWORD_ERROR")).first().isEqualTo("recovery_waiting");
    }

    private static void withItNobodyWaits(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.proveAnew();
        citizen.pages.expect("sign-in-passkey");
        citizen.usePasskey();
        RunningSandbox.get().letSmsLimitsPass();
        citizen.pages.typeMobileNumber(NEW_MOBILE);
        citizen.pages.typePassword(NEW_PASSWORD);
        citizen.pages.goOnFrom("recovery-done");
        citizen.isp.received();
        assertThat(Events.errors("RESET_PASSWORD")).first().isEqualTo("null");
    }

    private static void itIsGoneAfterwards(KeysPages citizen) {
        citizen.forgetEverything();
        citizen.isp.pressTheButton();
        citizen.pages.expect("login");
        citizen.usePasskey();
        citizen.expectProblem("passkey_refused");
    }
}
