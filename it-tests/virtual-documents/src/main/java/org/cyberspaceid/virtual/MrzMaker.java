package org.cyberspaceid.virtual;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Machine readable zones: TD3 (ICAO 9303-4, 4.2.2) for the passport, TD1 (ICAO 9303-5, 4.2.2) for the travel permits. */
final class MrzMaker {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int[] WEIGHTS = {7, 3, 1};

    private MrzMaker() {}

    static String make(Printed printed) {
        return switch (printed.type()) {
            case PASSPORT -> passport(printed);
            case TRAVEL_PERMIT_HK_MACAO -> card("CR", printed);
            case TRAVEL_PERMIT_TAIWAN -> card("CT", printed);
            default -> throw new IllegalArgumentException("has no machine readable zone");
        };
    }

    private static String passport(Printed printed) {
        String number = checked(filled(printed.number(), 9));
        String optional = "<".repeat(14) + "0";
        String second = number + "CHN" + date(printed.birthDate()) + "<" + date(printed.expiresOn()) + optional;
        String composite = number + date(printed.birthDate()) + date(printed.expiresOn()) + optional;
        return filled("P<CHN" + LatinName.inMrz(printed.latinName()), 44) + second + checkDigit(composite);
    }

    private static String card(String code, Printed printed) {
        String upper = filled(code + "CHN" + checked(filled(printed.number(), 9)), 30);
        String dates = date(printed.birthDate()) + "<" + date(printed.expiresOn());
        String composite = upper.substring(5) + date(printed.birthDate()) + date(printed.expiresOn()) + "<".repeat(11);
        return upper
                + dates
                + "CHN"
                + "<".repeat(11)
                + checkDigit(composite)
                + filled(LatinName.inMrz(printed.latinName()), 30);
    }

    private static String date(LocalDate date) {
        return checked(DATE.format(date));
    }

    private static String checked(String field) {
        return field + checkDigit(field);
    }

    private static String filled(String field, int length) {
        return (field + "<".repeat(length)).substring(0, length);
    }

    /** ICAO 9303-3, 4.9: weights 7, 3, 1; digits as they are, A to Z as 10 to 35, the filler as 0; modulo 10. */
    static int checkDigit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            sum += Math.max(0, Character.digit(field.charAt(i), 36)) * WEIGHTS[i % 3];
        }
        return sum % 10;
    }
}
