package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The sign-in button: one look in two files, and the contrast that its guide promises. */
class SignInButtonTest {
    private static final Path FOLDER = Path.of("src/main/resources", LoginTheme.ROOT, "resources/isp");
    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-f]{3}){1,2}");
    private static final double AA_TEXT = 4.5;
    private static final double AA_OTHER = 3;

    @Test
    void theComponentsStyleIsTheStyleSheet() throws IOException {
        assertThat(read("button.js")).contains("const STYLE = `\n" + read("button.css") + "`;");
    }

    @Test
    void theGuidesContrastsAreTrueAndEnough() {
        List<Element> rows = new Renderer()
                .renderIspPage("button", "en").select("tr").stream()
                        .filter(row -> row.text().contains(" : 1"))
                        .toList();

        assertThat(rows).hasSize(4);
        for (Element row : rows) {
            List<String> colours =
                    COLOUR.matcher(row.text()).results().map(m -> m.group()).toList();
            double contrast = contrast(colours.get(0), colours.get(1));
            assertThat(row.text()).endsWith(String.format(Locale.ROOT, "%.1f : 1", contrast));
            assertThat(contrast).isGreaterThanOrEqualTo(AA_TEXT);
        }
    }

    @Test
    void theGuideNamesEveryColourPairOfTheStyleSheet() throws IOException {
        String guide = new Renderer().renderIspPage("button", "en").text();
        Matcher backgrounds = Pattern.compile("background: (#[0-9a-f]+)").matcher(read("button.css"));

        assertThat(backgrounds.results().map(m -> m.group(1)).toList())
                .hasSize(6)
                .allSatisfy(colour -> assertThat(guide).contains("/ " + colour));
    }

    @Test
    void standsOutFromThePageItIsFor() {
        assertThat(contrast("#0b5d57", "#fff")).isGreaterThanOrEqualTo(AA_OTHER);
        assertThat(contrast("#6fd3c6", "#0c1413")).isGreaterThanOrEqualTo(AA_OTHER);
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i ->
                        weights[i] * linear(Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0))
                .sum();
    }

    private static double linear(double c) {
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
