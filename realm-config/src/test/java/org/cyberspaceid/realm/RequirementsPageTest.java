package org.cyberspaceid.realm;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code providers/docs/requirements.md} names is there, it answers every requirement once, and its counts are right. */
class RequirementsPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("providers/docs/requirements.md");
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");

    /** A class, and what it has of that name: {@code `SignInFlowTest#aNewDeviceNeedsACode`}. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:#([a-z][A-Za-z0-9]*))?`");

    private static final Pattern FILE = Pattern.compile("`([A-Za-z-]+\\.(?:ftl|md|json))`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern SETTING = Pattern.compile("`([a-z][A-Za-z]+)=([^`]+)`");
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
    private static Map<String, Path> sources;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        sources = sources();
    }

    @Test
    void whatItNamesIsThere() {
        assertThat(missing(page)).isEmpty();
    }

    @Test
    void aWrongNameIsFound() {
        String planted = "`NoSuchFlowTest`, `RequirementsPageTest#noSuchTest`, [x](no-such-page.md), [x](keys.md#no-such-heading),"
                + " `no-such-page.ftl`, `accessCodeLifespan=61`, `noSuchSetting=1`";
        assertThat(missing(planted))
                .containsExactly(
                        "class NoSuchFlowTest",
                        "RequirementsPageTest#noSuchTest",
                        "file no-such-page.ftl",
                        "link no-such-page.md",
                        "link keys.md#no-such-heading",
                        "setting accessCodeLifespan=61",
                        "setting noSuchSetting=1");
        assertThat(missing("`RequirementsPageTest#aWrongNameIsFound`, [x](keys.md#rotation), `accessCodeLifespan=60`"))
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
        Map<String, List<Row>> chapters = new LinkedHashMap<>(rows().stream()
                .collect(groupingBy(Row::chapter, LinkedHashMap::new, toList())));
        chapters.put("all", rows());
        chapters.forEach((chapter, rows) -> {
            Map<String, Long> counts = rows.stream().collect(groupingBy(Row::word, counting()));
            StringBuilder line = new StringBuilder("| " + chapter + " |");
            WORDS.forEach(word -> line.append(' ').append(counts.getOrDefault(word, 0L)).append(" |"));
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

    /** What a text names and the tree has not. */
    private static List<String> missing(String text) {
        List<String> missing = new ArrayList<>();
        CLASS.matcher(text).results().forEach(found -> classOrMethod(found).ifPresent(missing::add));
        FILE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !sources.containsKey(name))
                .forEach(name -> missing.add("file " + name));
        LINK.matcher(text)
                .results()
                .filter(found -> !found.group(1).startsWith("https://"))
                .filter(found -> !leadsSomewhere(found))
                .forEach(found -> missing.add("link " + found.group().substring(2).replace(")", "")));
        JsonNode realm = RealmFiles.load().settings();
        SETTING.matcher(text)
                .results()
                .filter(found -> !realm.path(found.group(1)).asText().equals(found.group(2)))
                .forEach(found -> missing.add("setting " + found.group(1) + "=" + found.group(2)));
        return missing.stream().distinct().toList();
    }

    private static Optional<String> classOrMethod(MatchResult found) {
        String name = found.group(1);
        String method = found.group(2);
        Path source = sources.get(name + ".java");
        if (source == null) {
            return Optional.of("class " + name);
        }
        return method == null || read(source).contains("void " + method + "(")
                ? Optional.empty()
                : Optional.of(name + "#" + method);
    }

    private static boolean leadsSomewhere(MatchResult link) {
        Path target = PAGE.resolveSibling(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null
                        || read(target).lines().anyMatch(line -> line.startsWith("#") && anchor(line).equals(link.group(2))));
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }

    /** Every file of the tree that is no product of the build, by its name. */
    private static Map<String, Path> sources() throws IOException {
        Map<String, Path> found = new HashMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.put(file.getFileName().toString(), file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
