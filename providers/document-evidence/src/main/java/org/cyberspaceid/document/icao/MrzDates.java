package org.cyberspaceid.document.icao;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.cyberspaceid.document.format.MalformedException;

/** The dates of a machine readable zone: YYMMDD, real days only; the century follows from what the date means. */
final class MrzDates {
    private static final int CENTURY = 100;
    private static final int LONGEST_VALIDITY = 50;

    private MrzDates() {}

    /** A birth date: the latest such day that is not after today. */
    static LocalDate birth(String yymmdd, LocalDate today) {
        return latestUpTo(yymmdd, today);
    }

    /** A day of expiry: the latest such day that is at most 50 years from now. */
    static LocalDate expiry(String yymmdd, LocalDate today) {
        return latestUpTo(yymmdd, today.plusYears(LONGEST_VALIDITY));
    }

    private static LocalDate latestUpTo(String yymmdd, LocalDate limit) {
        unless(yymmdd.matches("\\d{6}"), "a date of six digits");
        try {
            return latestUpTo(Integer.parseInt(yymmdd), limit);
        } catch (DateTimeException noSuchDay) {
            throw new MalformedException("no such day");
        }
    }

    private static LocalDate latestUpTo(int digits, LocalDate limit) {
        int month = digits / 100 % 100;
        int day = digits % 100;
        int year = limit.getYear() / CENTURY * CENTURY + digits / 10_000;
        boolean tooLate = year > limit.getYear()
                || (year == limit.getYear() && LocalDate.of(year, month, day).isAfter(limit));
        return LocalDate.of(tooLate ? year - CENTURY : year, month, day);
    }
}
