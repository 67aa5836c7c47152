package org.cyberspaceid.core.kept;

import java.time.Duration;
import java.util.List;

/** How long something is kept in the database; a backup holds it for {@link Backups#UNREADABLE_AFTER} more at most. */
public enum Retention {
    UNTIL_CLOSED("until the ID is closed", false),
    UNTIL_TAKEN_BACK("until the consent is taken back or the ID is closed", false),
    PAIRWISE(
            "until it is taken back or its last month is over, a receipt three years; unreadable once the ID is closed",
            false),
    DEVICE("180 days and at most 1 more, or until the ID is closed", false, Duration.ofDays(180)),
    UNTIL_REMOVED("until its owner removes it or the ID is closed", false),
    UNTIL_UNFROZEN("until its owner proves who it is, or the ID is closed", false),
    SESSION("until sign-out, 30 minutes without use or 12 hours", false, Duration.ofMinutes(30), Duration.ofHours(12)),
    ENROLMENT("until the ID is issued; 30 minutes and at most 1 more", false, Duration.ofMinutes(30)),
    OPEN_PAGE("30 minutes after the last page was opened", false, Duration.ofMinutes(30)),
    CODE("until it was used; 5 minutes and at most 1 hour more", true, Duration.ofMinutes(5)),
    COUNTER("at most 25 hours after the last time", true, Duration.ofHours(25)),
    ATTEMPT("at most 31 days after the first one", true, Duration.ofDays(31)),
    LOG("186 days", true, Duration.ofDays(186)),
    DELETION("35 days, as long as a backup", true, Backups.KEPT),
    MESSAGE("until the ISP has it, at most 8 days", true, Duration.ofDays(8)),
    RECOVERY(
            "3 days of waiting and 14 to come back; less if it is stopped or done, or the ID is closed",
            false,
            Duration.ofDays(3),
            Duration.ofDays(14)),
    UNTIL_REMINDED("until the last reminder, a week before the document ends, or the ID is closed", false),
    KEY("as long as the key is in use or a backup needs it", false);

    private static final long READ_AS_DAYS = 2;

    private final String words;
    private final boolean outlivesTheId;
    private final List<Duration> limits;

    Retention(String words, boolean outlivesTheId, Duration... limits) {
        this.words = words;
        this.outlivesTheId = outlivesTheId;
        this.limits = List.of(limits);
    }

    public String words() {
        return words;
    }

    /** Whether it ends at a time of its own, even when the ID was closed before. */
    public boolean outlivesTheId() {
        return outlivesTheId;
    }

    /** The times that it depends on. */
    public List<Duration> limits() {
        return limits;
    }

    /** The numbers that any text about it must name. */
    public List<String> figures() {
        return limits.stream().map(Retention::figure).toList();
    }

    /** A time as people say it: in days, hours or minutes. */
    public static String figure(Duration time) {
        if (time.toDays() >= READ_AS_DAYS) {
            return String.valueOf(time.toDays());
        }
        return String.valueOf(time.toHours() >= 1 ? time.toHours() : time.toMinutes());
    }
}
