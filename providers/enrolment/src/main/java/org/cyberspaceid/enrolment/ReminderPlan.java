package org.cyberspaceid.enrolment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.mobile.notice.Notice;

/**
 * When somebody is reminded that their document ends: 60, 30 and 7 days before, each once; who missed one gets the next, not both.
 *
 * @param expiresOn the document's last day
 * @param reminded how many of the three are past
 */
record ReminderPlan(LocalDate expiresOn, int reminded) {
    private record Reminder(int daysBefore, Notice notice) {}

    private static final List<Reminder> REMINDERS = List.of(
            new Reminder(60, Notice.DOCUMENT_60),
            new Reminder(30, Notice.DOCUMENT_30),
            new Reminder(7, Notice.DOCUMENT_7));

    /** How many are past on this day. */
    int pastOn(LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, expiresOn);
        return (int) REMINDERS.stream().filter(r -> left <= r.daysBefore()).count();
    }

    /** What is due: the latest that is past and not sent. None once the document has ended. */
    Optional<Notice> dueOn(LocalDate today) {
        int past = pastOn(today);
        return past > reminded && !today.isAfter(expiresOn)
                ? Optional.of(REMINDERS.get(past - 1).notice())
                : Optional.empty();
    }

    /**
     * The day to look next; empty when there is nothing more to say. Until the week of a reminder it is a Monday: the column lies open,
     * and a document's last day is not to be read from it.
     */
    Optional<LocalDate> nextLook(LocalDate today) {
        int past = pastOn(today);
        if (past == REMINDERS.size()) {
            return Optional.empty();
        }
        LocalDate due = expiresOn.minusDays(REMINDERS.get(past).daysBefore());
        LocalDate monday = due.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Optional.of(monday.isAfter(today) ? monday : today.plusDays(1));
    }
}
