package org.cyberspaceid.core.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rule a document number follows ({@code documents.md}, Numbers). */
enum NumberRule {
    RESIDENT("(?!8[123]0000)[1-8]\\d{16}[\\dX]", 6),
    HK_MACAO_RESIDENT("8[12]0000\\d{11}[\\dX]", 6),
    TAIWAN_RESIDENT("830000\\d{11}[\\dX]", 6),
    FOREIGN_RESIDENT("9\\d{16}[\\dX]", 6),
    FOREIGN_RESIDENT_2017("[A-Z]{3}\\d{12}", -1),
    HK_MACAO_TRAVEL("[HM](\\d{8}|\\d{10})", -1),
    TAIWAN_TRAVEL("\\d{8}", -1),
    PASSPORT("E\\d{8}|E[A-HJ-NP-Z]\\d{7}|G\\d{8}", -1);

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private final Pattern shape;
    private final int birthDateAt;

    NumberRule(String shape, int birthDateAt) {
        this.shape = Pattern.compile(shape);
        this.birthDateAt = birthDateAt;
    }

    Optional<String> normalise(String unverified, LocalDate today) {
        String number = unverified.strip().toUpperCase(Locale.ROOT);
        if (!shape.matcher(number).matches()) {
            return Optional.empty();
        }
        if (birthDateAt < 0) {
            return Optional.of(number);
        }
        boolean born = birthDate(number).filter(d -> !d.isAfter(today)).isPresent();
        return born && checkCharacter(number) == number.charAt(17) ? Optional.of(number) : Optional.empty();
    }

    Optional<LocalDate> birthDate(String number) {
        if (birthDateAt < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    digits(number, birthDateAt, 4),
                    digits(number, birthDateAt + 4, 2),
                    digits(number, birthDateAt + 6, 2)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** MOD 11-2 (GB 11643-1999, ISO 7064) over the first 17 digits. */
    static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static int digits(String number, int from, int count) {
        return Integer.parseInt(number.substring(from, from + count));
    }
}
