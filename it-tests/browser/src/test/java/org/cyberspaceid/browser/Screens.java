package org.cyberspaceid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks at the page in every language and at two sizes: WCAG 2.2 AA by axe, no sideways scrolling, one primary button; and leaves a picture
 * of each under {@code target/screens}.
 */
final class Screens {
    private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private enum Size {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        final int width;
        final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final Page page;

    Screens(Page page) {
        this.page = page;
    }

    /** Looks at the page; it is reloaded in each language, the last of which is Simplified Chinese. */
    void look(String name) {
        for (String language : LANGUAGES) {
            speak(language);
            lookIn(name, language);
        }
    }

    /** Goes on in this language. */
    void speak(String language) {
        page.context().addCookies(List.of(localeCookie(language)));
        page.reload();
    }

    /** Looks at a page that a reload would take away, in the language it has. */
    void lookOnce(String name) {
        lookIn(name, page.locator("html").getAttribute("lang"));
    }

    /** Leaves a picture of where a walk ended, whatever it is: when a test fails this says where. */
    void leave(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "end-" + name + ".png")));
    }

    private void lookIn(String name, String language) {
        assertThat(page.locator("html").getAttribute("lang"))
                .as("language of " + name)
                .isEqualTo(language);
        assertThat(page.locator("main button[type=submit], main a.button--primary")
                        .count())
                .as("primary buttons on " + name)
                .isLessThanOrEqualTo(1);
        for (Size size : Size.values()) {
            page.setViewportSize(size.width, size.height);
            Object overflow =
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue())
                    .as("sideways scrolling on " + name)
                    .isLessThanOrEqualTo(0);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(name, size, language)));
        }
        checkAccessibility(name);
    }

    private void checkAccessibility(String name) {
        List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(violations)
                .as("accessibility of " + name)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private static Path picture(String name, Size size, String language) {
        return Path.of(
                "target",
                "screens",
                name + "-" + size.name().toLowerCase(java.util.Locale.ROOT) + "-" + language + ".png");
    }

    private Cookie localeCookie(String language) {
        URI at = URI.create(page.url());
        return new Cookie("__Secure-KEYCLOAK_LOCALE", language)
                .setDomain(at.getHost())
                .setPath("/realms/cyberspace-id/")
                .setSecure(true);
    }
}
