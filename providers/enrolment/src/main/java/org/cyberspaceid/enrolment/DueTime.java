package org.cyberspaceid.enrolment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.cyberspaceid.core.document.Age;

/** When somebody can come back, as a clock on a wall in China shows it; never earlier than it is. */
final class DueTime {
    private DueTime() {}

    /** ISO 8601 to the minute, without a zone. */
    static String text(Instant due) {
        LocalDateTime time = LocalDateTime.ofInstant(due, Age.ZONE).plusMinutes(1);
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
