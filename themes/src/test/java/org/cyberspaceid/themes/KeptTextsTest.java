package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.cyberspaceid.core.kept.Backups;
import org.cyberspaceid.core.kept.KeptField;
import org.cyberspaceid.core.kept.NoticeCategory;
import org.cyberspaceid.core.kept.Retention;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The notice says of everything that is kept what the list says: each category, and each time by its number. */
class KeptTextsTest {
    private static final String BACKUPS = Retention.figure(Backups.UNREADABLE_AFTER);

    private final LoginTheme theme = LoginTheme.load();

    @ParameterizedTest
    @EnumSource
    void everyTimeOfTheListIsInTheTextAboutIt(Language language) {
        Properties messages = theme.ownMessages(language);

        assertThat(KeptField.all())
                .filteredOn(
                        f -> NoticeCategory.onThePage().contains(f.category().code()))
                .allSatisfy(
                        f -> assertThat(numbers(messages, "kept." + f.category().code() + ".long"))
                                .as(f.where())
                                .containsAll(f.retention().figures()));
    }

    @ParameterizedTest
    @EnumSource
    void theShortTextNamesTheTimesThatMatterMost(Language language) {
        Properties messages = theme.ownMessages(language);

        assertThat(numbers(messages, "notice.long.text"))
                .contains(BACKUPS)
                .containsAll(Retention.LOG.figures())
                .containsAll(Retention.ENROLMENT.figures());
        assertThat(numbers(messages, "kept.backups")).containsExactly(BACKUPS);
        assertThat(numbers(messages, "notice.time")).containsAll(Retention.ENROLMENT.figures());
        assertThat(numbers(messages, "notice.how.text")).containsAll(Retention.ENROLMENT.figures());
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsLeftOfWhatIsKeptNoMore(Language language) {
        assertThat(theme.ownMessages(language).stringPropertyNames().stream()
                        .filter(key -> key.matches("kept\\.[a-z_]+\\.(what|why|long)"))
                        .map(key -> key.split("\\.")[1])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(NoticeCategory.onThePage());
    }

    @ParameterizedTest
    @EnumSource
    void theNoticeListsEveryCategoryInOrderClosedAtFirst(Language language) {
        Properties messages = theme.ownMessages(language);
        Element list = notice(language).expectFirst("details.kept");

        assertThat(list.hasAttr("open")).isFalse();
        assertThat(list.expectFirst("summary").text()).isEqualTo(messages.getProperty("kept.title"));
        assertThat(list.select(".kept__what").eachText())
                .containsExactlyElementsOf(NoticeCategory.onThePage().stream()
                        .map(c -> messages.getProperty("kept." + c + ".what"))
                        .toList());
        assertThat(list.select("p:not(.kept__what, .small)").eachText())
                .containsExactlyElementsOf(NoticeCategory.onThePage().stream()
                        .flatMap(c -> Stream.of("why", "long").map(part -> line(messages, c, part)))
                        .toList());
    }

    private static String line(Properties messages, String category, String part) {
        return messages.getProperty("kept." + part)
                .replace("{0}", messages.getProperty("kept." + category + "." + part));
    }

    private static Element notice(Language language) {
        Sample notice = SampleData.all().stream()
                .filter(s -> s.name().equals("enrol-notice"))
                .findFirst()
                .orElseThrow();
        return new Renderer().render(notice, language).document();
    }

    private static List<String> numbers(Properties messages, String key) {
        return List.of(messages.getProperty(key).replaceAll("\\D+", " ").trim().split(" "));
    }
}
