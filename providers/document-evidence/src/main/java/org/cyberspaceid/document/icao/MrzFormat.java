package org.cyberspaceid.document.icao;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the fields of a machine readable zone stand when its lines are joined: TD1 (ICAO 9303-5, 4.2.2), TD2 (9303-6, 4.2.2), TD3
 * (9303-4, 4.2.2). Number, birth date and expiry are followed by their check digits.
 */
enum MrzFormat {
    TD1(90, at(5, 9), at(15, 15), at(30, 6), at(38, 6), at(60, 30), 59, "5-30 30-37 38-45 48-59"),
    TD2(72, at(36, 9), at(64, 7), at(49, 6), at(57, 6), at(5, 31), 71, "36-46 49-56 57-71"),
    TD3(88, at(44, 9), at(72, 14), at(57, 6), at(65, 6), at(5, 39), 87, "44-54 57-64 65-87");

    /** A stretch of the zone. */
    record Field(int from, int length) {
        String in(String zone) {
            return zone.substring(from, from + length);
        }

        char checkDigitIn(String zone) {
            return zone.charAt(from + length);
        }
    }

    final Field number;
    final Field optional;
    final Field birthDate;
    final Field expiry;
    final Field names;

    private final int length;
    private final int compositeAt;
    private final List<Field> composite;

    MrzFormat(
            int length,
            Field number,
            Field optional,
            Field birthDate,
            Field expiry,
            Field names,
            int compositeAt,
            String composite) {
        this.length = length;
        this.number = number;
        this.optional = optional;
        this.birthDate = birthDate;
        this.expiry = expiry;
        this.names = names;
        this.compositeAt = compositeAt;
        this.composite =
                Arrays.stream(composite.split(" ")).map(MrzFormat::span).toList();
    }

    static Optional<MrzFormat> ofLength(int length) {
        return Arrays.stream(values()).filter(f -> f.length == length).findFirst();
    }

    String compositeIn(String zone) {
        return composite.stream().map(f -> f.in(zone)).collect(Collectors.joining());
    }

    char compositeCheckDigitIn(String zone) {
        return zone.charAt(compositeAt);
    }

    private static Field at(int from, int length) {
        return new Field(from, length);
    }

    private static Field span(String fromTo) {
        String[] ends = fromTo.split("-");
        int from = Integer.parseInt(ends[0]);
        return new Field(from, Integer.parseInt(ends[1]) - from);
    }
}
