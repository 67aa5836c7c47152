package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in every state of {@link SampleData} and every language. */
class TemplatesTest {
    private static final Set<String> LIBRARIES =
            Set.of("template.ftl", "icons.ftl", "sms.ftl", "face.ftl", "isp.ftl", "services.ftl", "passkey.ftl");

    private final Renderer renderer = new Renderer();

    static Stream<Arguments> pages() {
        return SampleData.all().stream()
                .flatMap(s -> Stream.of(Language.values()).map(l -> Arguments.of(s, l)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasAllItsWords(Sample sample, Language language) {
        Page page = renderer.render(sample, language);

        assertThat(page.missingKeys()).isEmpty();
        assertThat(page.document().expectFirst("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.document().title()).isNotBlank();
        assertThat(page.document().text()).doesNotContain("{0}").doesNotContain("${");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksOneThing(Sample sample, Language language) {
        Page page = renderer.render(sample, language);

        assertThat(page.document().select("h1")).hasSize(1);
        assertThat(page.document().select("main form")).hasSizeLessThanOrEqualTo(1);
        for (Element form : page.document().select("form")) {
            assertThat(form.select("button[type=submit]")).hasSize(1);
            assertThat(form.select("button:not([type=button])").first())
                    .as("Enter presses the first button")
                    .isEqualTo(form.selectFirst("button.button--primary"));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void labelsEveryInput(Sample sample, Language language) {
        Page page = renderer.render(sample, language);

        for (Element input : page.document().select("input:not([type=hidden])")) {
            assertThat(page.document().select("label[for=" + input.id() + "]"))
                    .as(input.outerHtml())
                    .hasSize(1);
            for (String id : input.attr("aria-describedby").trim().split("\\s+")) {
                assertThat(id.isEmpty() || page.document().getElementById(id) != null)
                        .as(id)
                        .isTrue();
            }
        }
        List<String> ids = page.document().select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadsNothingFromElsewhereAndRunsNothingInline(Sample sample, Language language) {
        Page page = renderer.render(sample, language);

        assertThat(page.document().select("link, script, img, video, iframe"))
                .allSatisfy(e -> assertThat(e.attr("href") + e.attr("src")).doesNotContain("//"));
        assertThat(page.document().select("script:not([src]), style, [style]")).isEmpty();
        assertThat(page.document().getAllElements().stream()
                        .flatMap(e -> e.attributes().asList().stream())
                        .filter(a -> a.getKey().startsWith("on")))
                .isEmpty();
    }

    @Test
    void everyTemplateHasASample() throws IOException {
        Set<String> templates;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", LoginTheme.ROOT))) {
            templates = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".ftl") && !LIBRARIES.contains(n))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(templates)
                .isEqualTo(SampleData.all().stream().map(Sample::template).collect(Collectors.toSet()));
    }
}
