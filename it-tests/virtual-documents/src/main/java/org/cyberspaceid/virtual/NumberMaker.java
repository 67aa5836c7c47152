package org.cyberspaceid.virtual;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;

/** Random document numbers that follow the rule of their type, the check character found by asking that rule. */
public final class NumberMaker {
    private static final SecureRandom RANDOM = new SecureRandom();

    private NumberMaker() {}

    /**
     * A number.
     *
     * @throws IllegalArgumentException when no such number can exist, for example for a birth date in the future
     */
    public static String make(DocumentType type, LocalDate birthDate, LocalDate today) {
        String start = start(type, birthDate);
        return Stream.of("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X")
                .map(check -> DocumentNumber.parse(type, start + check, today))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no number for this birth date"))
                .value();
    }

    private static String start(DocumentType type, LocalDate birthDate) {
        String born = birthDate.format(DateTimeFormatter.BASIC_ISO_DATE);
        return switch (type) {
            case RESIDENT_ID_CARD -> "110105" + born + digits(3);
            case RESIDENCE_PERMIT_HK_MACAO -> "810000" + born + digits(3);
            case RESIDENCE_PERMIT_TAIWAN -> "830000" + born + digits(3);
            case FOREIGN_PERMANENT_RESIDENT_ID -> "911840" + born + digits(3);
            case FOREIGN_PERMANENT_RESIDENT_ID_2017 -> "USA11" + digits(3) + born.substring(2) + digits(1);
            case TRAVEL_PERMIT_HK_MACAO -> "H" + digits(8);
            case TRAVEL_PERMIT_TAIWAN -> digits(8);
            case PASSPORT -> "E" + "ABCDEFGH".charAt(RANDOM.nextInt(8)) + digits(7);
        };
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return digits.toString();
    }
}
