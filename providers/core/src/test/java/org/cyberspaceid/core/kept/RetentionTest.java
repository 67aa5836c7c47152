package org.cyberspaceid.core.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final Path REALM = Path.of("../../realm-config/src/main/resources/realm/realm.json");

    @ParameterizedTest
    @EnumSource
    void itsWordsNameItsFigures(Retention retention) {
        assertThat(retention.words().split("\\D+")).containsAll(retention.figures());
    }

    @ParameterizedTest
    @CsvSource({"5m, 5", "30m, 30", "12h, 12", "25h, 25", "2d, 2", "186d, 186"})
    void aFigureIsWhatPeopleSay(String time, String figure) {
        String iso = time.endsWith("d") ? "P" + time : "PT" + time;

        assertThat(Retention.figure(Duration.parse(iso))).isEqualTo(figure);
    }

    /** Keycloak deletes when the realm says so: the realm must say what we promise. */
    @ParameterizedTest
    @CsvSource({
        "eventsExpiration, LOG, 0",
        "adminEventsExpiration, LOG, 0",
        "ssoSessionIdleTimeout, SESSION, 0",
        "ssoSessionMaxLifespan, SESSION, 1",
        "accessCodeLifespanLogin, OPEN_PAGE, 0",
    })
    void theRealmIsSetToThisTime(String setting, Retention retention, int limit) throws IOException {
        assertThat(seconds(setting)).isEqualTo(retention.limits().get(limit));
    }

    @Test
    void nothingOfThePersonIsInBackupsLongerThanPromised() {
        assertThat(Backups.UNREADABLE_AFTER).isEqualTo(Duration.ofDays(42));
    }

    private static Duration seconds(String setting) throws IOException {
        Matcher value = Pattern.compile("\"" + setting + "\": \"?(\\d+)").matcher(Files.readString(REALM));
        assertThat(value.find()).as(setting).isTrue();
        return Duration.ofSeconds(Long.parseLong(value.group(1)));
    }
}
