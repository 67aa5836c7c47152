package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.cyberspaceid.clips.Portraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in button in its guide and on a demo ISP's page; and the page that gets ISPs started. */
class SignInButtonBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int SMALLEST_TARGET = 44;

    private final RunningSandbox sandbox = RunningSandbox.get();
    private final BrowserContext browser =
            sandbox.browser(FakeCamera.still(Portraits.all().get(1)));
    private final Page page = browser.newPage();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-Hans, 使用网络身份登录",
        "zh-CN, 使用网络身份登录",
        "zh-Hant, 使用網路身份登入",
        "zh-HK, 使用網路身份登入",
        "en-GB, Sign in with Cyberspace ID",
        "fr, 使用网络身份登录"
    })
    void speaksTheLanguageOfThePage(String language, String label) {
        page.navigate(sandbox.isps().get(0) + "/");
        page.evaluate(
                "l => { const b = document.createElement('cyberspace-id-button'); b.id = 'other'; b.setAttribute('href', '/x');"
                        + " document.documentElement.lang = l; document.querySelector('main').append(b); }",
                language);

        assertThat(page.locator("#other a").innerText().strip()).isEqualTo(label);
    }

    @Test
    void theGuideShowsEverySizeLargeEnoughToHit() {
        page.navigate(sandbox.issuer() + "/isp/button?kc_locale=en");
        Locator buttons = page.locator("[data-stage] cyberspace-id-button");
        assertThat(buttons.count()).isEqualTo(18);
        for (Locator button : buttons.all()) {
            BoundingBox box = button.locator("a").boundingBox();
            assertThat(box.height).isGreaterThanOrEqualTo(SMALLEST_TARGET);
            assertThat(box.width).isGreaterThanOrEqualTo(SMALLEST_TARGET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/isp?kc_locale=en",
                "/isp?kc_locale=zh-Hans",
                "/isp/button?kc_locale=en",
                "/isp/button?kc_locale=zh-Hans"
            })
    void thePagesAreAccessibleInLightAndDarkOnAPhoneToo(String path) {
        page.navigate(sandbox.issuer() + path);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            expectAccessible(path + " " + scheme);
        }
        page.setViewportSize(320, 700);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(320);
        String name = path.replaceAll("[^a-zA-Z]+", "-").replaceFirst("^-", "");
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens", name + ".png")));
    }

    @Test
    void theKeyboardReachesItAndItsFocusIsSeen() {
        page.navigate(sandbox.isps().get(0) + "/");
        page.locator("#sign-in a.cyberspace-id-button").waitFor();
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("sign-in");
        assertThat(page.locator("#sign-in")
                        .locator("a.cyberspace-id-button")
                        .evaluate("b => getComputedStyle(b).outlineStyle"))
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        page.locator("body[data-page='login']").waitFor();
    }

    @Test
    void withoutAnAddressItIsAButtonWhoseClickIsHeard() {
        page.navigate(sandbox.isps().get(0) + "/");
        page.evaluate(
                "() => { const b = document.createElement('cyberspace-id-button'); b.id = 'other';"
                        + " b.addEventListener('click', () => (document.title = 'pressed')); document.querySelector('main').append(b); }");
        page.locator("#other").focus();
        page.keyboard().press("Space");

        assertThat(page.title()).isEqualTo("pressed");
    }

    @Test
    void itHasAnEdgeWhereColoursAreForced() {
        page.navigate(sandbox.isps().get(0) + "/");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.ACTIVE));
        Object edge =
                page.locator("#sign-in a.cyberspace-id-button").evaluate("b => getComputedStyle(b).borderTopColor");

        assertThat(edge.toString()).isNotEqualTo("rgba(0, 0, 0, 0)").isNotEqualTo("transparent");
    }

    @Test
    void theDemoIspsPageIsAccessible() {
        page.navigate(sandbox.isps().get(0) + "/");
        expectAccessible("the demo ISP");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        expectAccessible("the demo ISP in the dark");
    }

    @Test
    void thePageCopies() {
        browser.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(sandbox.issuer() + "/isp?kc_locale=en");
        page.locator(".snippet:has([data-snippet='spring.yaml']) .copy").click();

        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(page.locator("[data-snippet='spring.yaml']").textContent())
                .contains("issuer-uri: " + sandbox.issuer());
    }

    private void expectAccessible(String what) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }
}
