package org.cyberspaceid.core.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Ages are full years on the day in Asia/Shanghai. */
public final class Age {
    /** The zone whose calendar decides. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Below this a guardian applies (Order 173; PIPL 31). */
    public static final int GUARDIAN_APPLIES_BELOW = 14;

    /** From {@value #GUARDIAN_APPLIES_BELOW} to below this a guardian supervises. */
    public static final int ADULT = 18;

    private Age() {}

    /** Today in Asia/Shanghai. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** Full years on that day; negative for a birth date in the future. */
    public static int inYears(LocalDate birthDate, LocalDate on) {
        return Period.between(birthDate, on).getYears();
    }
}
