package org.cyberspaceid.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.VerifiedDocument.ChipProof;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.core.face.FaceService.Prompt;
import org.cyberspaceid.core.kept.NoticeCategory;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.core.outcome.Problem.WayOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private final LoginTheme theme = LoginTheme.load();

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysTheSameThings(Language language) {
        assertThat(theme.ownMessages(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        theme.ownMessages(Language.ZH_HANS).stringPropertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsFilledInWithTheSame(Language language) {
        Properties messages = theme.ownMessages(language);
        Properties first = theme.ownMessages(Language.ZH_HANS);
        for (String key : messages.stringPropertyNames()) {
            assertThat(placeholders(messages.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(first.getProperty(key, "")));
        }
    }

    @Test
    void theThemeOffersItsLanguagesInThisOrder() {
        assertThat(theme.getProperties().getProperty("locales"))
                .isEqualTo(Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(",")));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsFitForMessageFormat(Language language) {
        Properties messages = theme.ownMessages(language);
        for (String key : messages.stringPropertyNames()) {
            assertThat(messages.getProperty(key))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("'")
                    .doesNotContain("<")
                    .doesNotContain("{1}{")
                    .matches("(?s)([^{}]|\\{[0-9](,date,[^{}]+)?})*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeOfTheCoreHasWords(Language language) {
        assertThat(theme.ownMessages(language).stringPropertyNames()).containsAll(promisedKeys());
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void documentsAreCalledWhatTheRegisterCallsThem(DocumentType type) {
        Map<Language, String> names = Map.of(
                Language.EN, type.displayName().en(),
                Language.ZH_HANS, type.displayName().zhHans(),
                Language.ZH_HANT, type.displayName().zhHant());
        assertThat(names)
                .hasSize(Language.values().length)
                .allSatisfy((language, name) -> assertThat(
                                theme.ownMessages(language).getProperty("document." + type.code()))
                        .isEqualTo(name));
    }

    @ParameterizedTest
    @EnumSource
    void noPageSpeaksJargon(Language language) {
        Properties messages = theme.ownMessages(language);
        for (String key : messages.stringPropertyNames()) {
            assertThat(messages.getProperty(key).toLowerCase(Locale.ROOT))
                    .as(key)
                    .doesNotContainPattern("\\b(sub|claim|realm|client|token|scope|oauth|session|keycloak)\\b");
        }
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }

    private static Collection<String> promisedKeys() {
        return Stream.of(
                        codes(Problem.values())
                                .flatMap(c ->
                                        Stream.of("title", "what", "next").map(part -> "problem." + c + "." + part)),
                        codes(WayOn.values()).map(c -> "wayOn." + c),
                        codes(Hint.values()).map(c -> "face.hint." + c),
                        codes(Prompt.values()).map(c -> "face.prompt." + c),
                        codes(ChipProof.values()).map(c -> "chip." + c),
                        codes(DocumentType.values())
                                .flatMap(c -> Stream.of("document." + c, "document." + c + ".hint")),
                        NoticeCategory.onThePage().stream()
                                .flatMap(c -> Stream.of("what", "why", "long").map(part -> "kept." + c + "." + part)),
                        Arrays.stream(BooleanClaim.values())
                                .flatMap(c -> Stream.of("consent." + c.scope(), "consent." + c.scope() + ".detail")),
                        List.of("reader.state.waiting", "reader.state.claimed", "reader.state.reading").stream())
                .flatMap(keys -> keys)
                .toList();
    }

    private static Stream<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT));
    }
}
