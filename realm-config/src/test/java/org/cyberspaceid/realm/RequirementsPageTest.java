package org.cyberspaceid.realm;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code providers/docs/requirements.md} names is there, it answers every requirement once, and its counts are right. */
class RequirementsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("providers/docs/requirements.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V[0-9.]+|[0-9B]\\.[0-9][^|]*) \\|.*\\|$");
    private static final List<String> WORDS =
            List.of("met", "setting", "partly", "not met", "operator", "ISP", "not applicable");

    /** Of ASVS 5.0.0: how many requirements each section has. */
    private static final Map<String, List<Integer>> ASVS = Map.of(
            "V6", List.of(3, 12, 8, 6, 8, 4, 2, 4),
            "V7", List.of(3, 4, 2, 5, 3, 2),
            "V9", List.of(3, 4),
            "V10", List.of(2, 3, 5, 16, 5, 2, 3));

    private static String page;
    private static NamedThings tree;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        tree = new NamedThings(ROOT, PAGE.getParent());
    }

    @Test
    void whatItNamesIsThere() {
        assertThat(tree.missing(page)).isEmpty();
    }

    @Test
    void aWrongNameIsFound() {
        String planted =
                "`NoSuchFlowTest`, `RequirementsPageTest#noSuchTest`, [x](no-such-page.md), [x](keys.md#no-such-heading),"
                        + " `no-such-page.ftl`, `accessCodeLifespan=61`, `noSuchSetting=1`";
        assertThat(tree.missing(planted))
                .containsExactly(
                        "class NoSuchFlowTest",
                        "RequirementsPageTest#noSuchTest",
                        "file no-such-page.ftl",
                        "link no-such-page.md",
                        "link keys.md#no-such-heading",
                        "setting accessCodeLifespan=61",
                        "setting noSuchSetting=1");
        assertThat(tree.missing(
                        "`RequirementsPageTest#aWrongNameIsFound`, [x](keys.md#rotation), `accessCodeLifespan=60`"))
                .isEmpty();
    }

    @Test
    void everyRequirementOfTheFourChaptersIsAnsweredOnce() {
        List<String> expected = new ArrayList<>();
        for (String chapter : List.of("V6", "V7", "V9", "V10")) {
            List<Integer> sections = ASVS.get(chapter);
            for (int section = 1; section <= sections.size(); section++) {
                for (int number = 1; number <= sections.get(section - 1); number++) {
                    expected.add(chapter + "." + section + "." + number);
                }
            }
        }
        assertThat(rows().stream().map(Row::number).filter(number -> number.startsWith("V")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void everyRowHasOneOfTheWordsAndMetHasItsTest() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(WORDS).as(row.text()).contains(row.word());
            if (row.word().equals("met")) {
                assertThat(row.text()).containsPattern("`[A-Z][A-Za-z0-9]+(Test|Modules)(#|`)");
            }
        });
    }

    @Test
    void theCountsAreRight() {
        Map<String, List<Row>> chapters =
                new LinkedHashMap<>(rows().stream().collect(groupingBy(Row::chapter, LinkedHashMap::new, toList())));
        chapters.put("all", rows());
        chapters.forEach((chapter, rows) -> {
            Map<String, Long> counts = rows.stream().collect(groupingBy(Row::word, counting()));
            StringBuilder line = new StringBuilder("| " + chapter + " |");
            WORDS.forEach(word ->
                    line.append(' ').append(counts.getOrDefault(word, 0L)).append(" |"));
            assertThat(page).contains(line);
        });
    }

    private record Row(String chapter, String number, String word, String text) {}

    private static List<Row> rows() {
        return ROW.matcher(page)
                .results()
                .map(found -> {
                    List<String> cells = List.of(found.group().split(" *\\| *"));
                    int word = found.group(1).startsWith("V") ? 4 : 3;
                    return new Row(chapterAt(found.start()), found.group(1), cells.get(word), found.group());
                })
                .toList();
    }

    private static String chapterAt(int place) {
        int heading = page.lastIndexOf("\n## ", place) + 4;
        return page.substring(heading, page.indexOf('\n', heading));
    }
}
