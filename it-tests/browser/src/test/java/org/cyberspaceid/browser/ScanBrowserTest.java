package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in by a phone with two real browsers: what their scripts do, and what their pages look like. */
class ScanBrowserTest {
    private final RunningSandbox sandbox = RunningSandbox.get();
    private final Desk desk = new Desk(sandbox.desk());
    private final List<String> blocked = new ArrayList<>();
    private BrowserContext computer;
    private BrowserContext phone;
    private Page screen;
    private Page hand;
    private JsonNode person;

    @BeforeEach
    void open() {
        person = desk.somebody();
        computer = sandbox.browser("");
        phone = sandbox.phone();
        screen = watched(computer.newPage());
        hand = watched(phone.newPage());
    }

    @AfterEach
    void close() {
        new Screens(screen).leave("scan-screen");
        new Screens(hand).leave("scan-hand");
        computer.close();
        phone.close();
    }

    @Test
    void thePhoneLetsTheOtherScreenIn() {
        EnrolmentPages onTheScreen = waiting();
        assertThat(screen.locator("svg.qr").isVisible()).isTrue();
        assertThat(screen.locator("a[rel=approve]").isVisible())
                .as("with a mouse the phone is another device")
                .isFalse();
        onTheScreen.screens().look("50-scan");
        screen.locator("main button[value=again]").click();
        onTheScreen.expect("sign-in-scan");

        EnrolmentPages inTheHand = follow();
        new SignInPages(hand, desk)
                .signInQuietly(
                        person.path("mobile").asText(), person.path("password").asText());
        inTheHand.expect("scan-approve");
        assertThat(hand.url()).as("the handle is in no address").doesNotContain(handle());
        inTheHand.screens().lookOnce("51-scan-approve");
        screen.locator("[data-state=opened]").waitFor();
        hand.locator("input[name=number]").fill(number());
        hand.keyboard().press("Enter");
        inTheHand.expect("scan-told");
        inTheHand.screens().look("52-scan-told");

        agreeIfAsked(onTheScreen);
        JsonNode received = new IspPages(screen, sandbox.isps().get(0)).received();
        assertThat(received.path("id_token").path("acr").asText()).isEqualTo("urn:cyberspace-id:acr:scan");
        assertThat(Events.reasons("CUSTOM_REQUIRED_ACTION")).first().isEqualTo("scan_approved");
        assertThat(Events.errors("LOGIN")).first().isEqualTo("null");
        assertThat(blocked).as("what the pages' policy forbids").isEmpty();
    }

    @Test
    void aRefusalAndAWrongNumberAreSaidOnBothScreens() {
        EnrolmentPages onTheScreen = waiting();
        EnrolmentPages inTheHand = follow();
        new SignInPages(hand, desk)
                .signInQuietly(
                        person.path("mobile").asText(), person.path("password").asText());
        inTheHand.expect("scan-approve");
        hand.locator("main button[value=refuse]").click();
        inTheHand.expect("scan-told");
        onTheScreen.expect("sign-in-scan-ended");
        assertThat(screen.locator("[data-problem=scan_refused]").count()).isEqualTo(1);
        assertThat(Events.errors("LOGIN_ERROR")).first().isEqualTo("scan_refused");
        onTheScreen.screens().look("53-scan-refused");

        screen.locator("main button[value=again]").click();
        onTheScreen.expect("sign-in-scan");
        follow();
        inTheHand.expect("scan-approve");
        hand.locator("input[name=number]").fill(number().equals("10") ? "11" : "10");
        inTheHand.goOn();
        inTheHand.expect("scan-ended");
        inTheHand.screens().lookOnce("54-scan-number-wrong");
        onTheScreen.expect("sign-in-scan-ended");
        assertThat(screen.locator("[data-problem=scan_number_wrong]").count()).isEqualTo(1);
        assertThat(Events.errors("LOGIN_ERROR")).first().isEqualTo("scan_number_wrong");
        assertThat(blocked).isEmpty();
    }

    @Test
    void onAPhoneTheLinkComesFirst() {
        new IspPages(hand, sandbox.isps().get(0)).pressTheButton();
        EnrolmentPages inTheHand = new EnrolmentPages(hand, desk);
        inTheHand.expect("login");
        hand.locator("button[value=scan]").click();
        inTheHand.expect("sign-in-scan");
        assertThat(hand.locator("a[rel=approve]").isVisible()).isTrue();
        assertThat(hand.locator("svg.qr").isVisible()).isFalse();
        hand.navigate(sandbox.issuer() + "/scan");
        inTheHand.expect("scan-open");
        hand.locator("[data-nothing]:not([hidden])").waitFor();
        inTheHand.screens().look("55-scan-nothing");
        assertThat(blocked).isEmpty();
    }

    private EnrolmentPages waiting() {
        new IspPages(screen, sandbox.isps().get(0)).pressTheButton();
        EnrolmentPages pages = new EnrolmentPages(screen, desk);
        pages.expect("login");
        screen.locator("button[value=scan]").click();
        pages.expect("sign-in-scan");
        return pages;
    }

    /** Whom the simulator enrolled has been at this service already, or has not. */
    private void agreeIfAsked(EnrolmentPages onTheScreen) {
        screen.locator("[data-page='isp-consent'], form[action='/logout']")
                .first()
                .waitFor();
        if (screen.locator("[data-page='isp-consent']").count() > 0) {
            onTheScreen.goOn();
        }
    }

    private EnrolmentPages follow() {
        sandbox.letSmsLimitsPass();
        hand.navigate("about:blank");
        hand.navigate(screen.locator("a[rel=approve]").getAttribute("href"));
        return new EnrolmentPages(hand, desk);
    }

    private String number() {
        return screen.locator("[data-number]").innerText();
    }

    private String handle() {
        return screen.locator("a[rel=approve]").getAttribute("href").split("#")[1];
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Permissions policy")) {
                blocked.add(message.text());
            }
        });
        return page;
    }
}
