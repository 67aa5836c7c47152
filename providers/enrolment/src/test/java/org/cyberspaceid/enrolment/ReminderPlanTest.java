package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.mobile.notice.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderPlanTest {
    private static final LocalDate ENDS = LocalDate.of(2027, 5, 20);

    /** Enrolled so many days before the end: what goes out, day by day, as the task looks. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 61, 60})
    void eachOnceOnItsDay(int daysBefore) {
        assertThat(sent(ENDS.minusDays(daysBefore)))
                .containsExactly(
                        Notice.DOCUMENT_60 + " " + ENDS.minusDays(60),
                        Notice.DOCUMENT_30 + " " + ENDS.minusDays(30),
                        Notice.DOCUMENT_7 + " " + ENDS.minusDays(7));
    }

    @Test
    void whoMissedOneGetsTheNextOnly() {
        assertThat(sent(ENDS.minusDays(20)))
                .containsExactly(
                        Notice.DOCUMENT_30 + " " + ENDS.minusDays(20), Notice.DOCUMENT_7 + " " + ENDS.minusDays(7));
        assertThat(sent(ENDS)).containsExactly(Notice.DOCUMENT_7 + " " + ENDS);
    }

    @Test
    void afterTheEndThereIsNothingToSay() {
        assertThat(sent(ENDS.plusDays(1))).isEmpty();
    }

    @Test
    void untilTheWeekOfAReminderTheDayToLookIsAMonday() {
        for (int days = 100; days < 107; days++) {
            LocalDate ends = LocalDate.of(2027, 1, 1).plusDays(days);
            LocalDate look =
                    new ReminderPlan(ends, 0).nextLook(LocalDate.of(2026, 1, 1)).orElseThrow();
            assertThat(look.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(look).isBetween(ends.minusDays(66), ends.minusDays(60));
        }
    }

    private static List<String> sent(LocalDate from) {
        List<String> sent = new ArrayList<>();
        Optional<LocalDate> day = Optional.of(from);
        int reminded = 0;
        while (day.isPresent() && !day.get().isAfter(ENDS.plusYears(1))) {
            ReminderPlan plan = new ReminderPlan(ENDS, reminded);
            LocalDate today = day.get();
            plan.dueOn(today).ifPresent(notice -> sent.add(notice + " " + today));
            reminded = plan.pastOn(today);
            day = plan.nextLook(today);
        }
        return sent;
    }
}
