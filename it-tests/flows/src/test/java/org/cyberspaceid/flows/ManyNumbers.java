package org.cyberspaceid.flows;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;

/** Document numbers in every shape that their types allow; the check character is found by asking the rule. */
final class ManyNumbers {
    private static final String[] REGIONS = {"110105", "310104", "440106", "510107", "610113", "650102"};
    private static final String[] COUNTRIES = {"911276", "931250", "944724", "951203", "933566", "921392"};
    private static final String[] COUNTRIES_2017 = {"DEU11", "FRA31", "ESP44", "CZE51", "NGA33", "JPN21"};
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private ManyNumbers() {}

    static DocumentNumber make(DocumentType type, LocalDate born, LocalDate today, Random random) {
        String start = start(type, born, random);
        return Stream.of("", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X")
                .map(check -> DocumentNumber.parse(type, start + check, today))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static String start(DocumentType type, LocalDate born, Random random) {
        String day = born.format(DateTimeFormatter.BASIC_ISO_DATE);
        return switch (type) {
            case RESIDENT_ID_CARD -> one(random, REGIONS) + day + digits(3, random);
            case RESIDENCE_PERMIT_HK_MACAO -> one(random, "810000", "820000") + day + digits(3, random);
            case RESIDENCE_PERMIT_TAIWAN -> "830000" + day + digits(3, random);
            case FOREIGN_PERMANENT_RESIDENT_ID -> one(random, COUNTRIES) + day + digits(3, random);
            case FOREIGN_PERMANENT_RESIDENT_ID_2017 ->
                one(random, COUNTRIES_2017) + digits(3, random) + day.substring(2) + digits(1, random);
            case TRAVEL_PERMIT_HK_MACAO -> one(random, "H", "M") + digits(random.nextBoolean() ? 8 : 10, random);
            case TRAVEL_PERMIT_TAIWAN -> digits(8, random);
            case PASSPORT ->
                switch (random.nextInt(3)) {
                    case 0 -> "E" + digits(8, random);
                    case 1 -> "G" + digits(8, random);
                    default -> "E" + LETTERS.charAt(random.nextInt(LETTERS.length())) + digits(7, random);
                };
        };
    }

    static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
