package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for ISPs' developers. */
class IspPagesTest {
    private static final Path FOLDER = Path.of("src/main/resources", LoginTheme.ROOT, "isp");

    private final Renderer renderer = new Renderer();

    @ParameterizedTest
    @CsvSource({
        "get-started, en, en",
        "get-started, zh-Hans, zh-Hans",
        "get-started, zh-Hant, zh-Hans",
        "button, en, en",
        "button, zh-Hans, zh-Hans"
    })
    void isWholeInEachLanguage(String page, String asked, String answered) {
        Document document = renderer.renderIspPage(page, asked);

        assertThat(document.expectFirst("html").attr("lang")).isEqualTo(answered);
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.select("main > :not(.snippet)").text()).doesNotContain("${");
        assertThat(document.select("link[href], script[src]"))
                .allSatisfy(e -> assertThat(e.attr("href") + e.attr("src")).doesNotStartWith("http://"));
        assertThat(document.select("script:not([src]), style, [style]")).isEmpty();
        assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get-started", "button"})
    void theEnglishPageIsEnglish(String page) {
        Document english = renderer.renderIspPage(page, "en");
        english.select("[lang=zh-Hans]").remove();

        assertThat(english.text()).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void showsTheFilesAsTheyAreWithTheRealIssuer() throws IOException {
        Document page = renderer.renderIspPage("get-started", "en");
        for (Element shown : page.select("[data-snippet]")) {
            String file = Files.readString(FOLDER.resolve("snippets").resolve(shown.attr("data-snippet")));
            assertThat(shown.wholeText())
                    .isEqualTo(file.replace("https://id.example/realms/cyberspace-id", Renderer.ISSUER)
                            .strip());
        }
    }

    @Test
    void everySnippetIsOnAPage() throws IOException {
        Set<String> files;
        try (Stream<Path> all = Files.list(FOLDER.resolve("snippets"))) {
            files = all.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(Stream.of("get-started", "button")
                        .flatMap(page -> renderer.renderIspPage(page, "en").select("[data-snippet]").stream())
                        .map(e -> e.attr("data-snippet")))
                .containsOnlyOnceElementsOf(
                        files.stream().filter(f -> !f.equals("button.html")).toList())
                .contains("button.html");
    }

    @Test
    void theTableOfScopesNamesEveryClaim() {
        Document page = renderer.renderIspPage("get-started", "en");
        for (BooleanClaim claim : BooleanClaim.values()) {
            Element row = page.select("tr:has(th:matchesOwn(^$) code:matchesOwn(^" + claim.scope() + "$))")
                    .first();
            assertThat(row).as(claim.scope()).isNotNull();
            assertThat(row.text()).contains(claim.claimName());
        }
    }
}
