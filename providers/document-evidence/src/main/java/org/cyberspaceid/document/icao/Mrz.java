package org.cyberspaceid.document.icao;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.document.format.Tlv;

/** The machine readable zone out of DG1 (ICAO 9303-10, 4.7.1). */
final class Mrz {
    private static final int DG1 = 0x61;
    private static final int ZONE = 0x5F1F;
    private static final Pattern ALPHABET = Pattern.compile("[A-Z0-9<]+");

    private final String zone;
    private final MrzFormat format;

    private Mrz(String zone, MrzFormat format) {
        this.zone = zone;
        this.format = format;
    }

    static Mrz parse(byte[] dg1) {
        String zone = new String(Tlv.file(DG1, dg1).child(ZONE).value(), StandardCharsets.US_ASCII);
        MrzFormat format = MrzFormat.ofLength(zone.length())
                .orElseThrow(() -> new MalformedException("the length of the machine readable zone"));
        unless(ALPHABET.matcher(zone).matches(), "the alphabet of the machine readable zone");
        return new Mrz(zone, format);
    }

    MrzFormat format() {
        return format;
    }

    /** One or two letters, for example {@code P}. */
    String documentCode() {
        return trimmed(zone.substring(0, 2));
    }

    /** Three letters; Germany is {@code D}. */
    String issuingState() {
        return trimmed(zone.substring(2, 5));
    }

    /** The document number; TD1 and TD2 carry one that is longer than nine characters on in the optional data (9303-5, note j). */
    String documentNumber() {
        String number = format.number.in(zone);
        return hasLongNumber() ? number + withoutLast(longNumberRest()) : trimmed(number);
    }

    String birthDate() {
        return format.birthDate.in(zone);
    }

    String expiry() {
        return format.expiry.in(zone);
    }

    /** {@code SURNAME GIVEN NAMES}. */
    String name() {
        return trimmed(format.names.in(zone)).replaceAll("<+", " ");
    }

    /** ICAO 9303-3, 4.9: every check digit, and the composite one over them. */
    boolean checkDigitsHold() {
        return numberHolds()
                && holds(format.birthDate.in(zone), format.birthDate.checkDigitIn(zone))
                && holds(format.expiry.in(zone), format.expiry.checkDigitIn(zone))
                && optionalHolds()
                && holds(format.compositeIn(zone), format.compositeCheckDigitIn(zone));
    }

    private boolean numberHolds() {
        String number = format.number.in(zone);
        if (!hasLongNumber()) {
            return holds(number, format.number.checkDigitIn(zone));
        }
        String rest = longNumberRest();
        return rest.length() > 1 && holds(number + withoutLast(rest), rest.charAt(rest.length() - 1));
    }

    /** Only TD3 has a check digit for the optional data; it may be a filler when there are none. */
    private boolean optionalHolds() {
        String optional = format.optional.in(zone);
        return format != MrzFormat.TD3
                || holds(optional, format.optional.checkDigitIn(zone))
                || (trimmed(optional).isEmpty() && format.optional.checkDigitIn(zone) == '<');
    }

    private boolean hasLongNumber() {
        return format != MrzFormat.TD3 && format.number.checkDigitIn(zone) == '<';
    }

    private String longNumberRest() {
        String optional = format.optional.in(zone);
        int end = optional.indexOf('<');
        return end < 0 ? optional : optional.substring(0, end);
    }

    private static boolean holds(String field, char checkDigit) {
        return checkDigit == (char) ('0' + checkDigit(field));
    }

    /** Weights 7, 3, 1; digits as they are, A to Z as 10 to 35, the filler as 0; modulo 10. */
    private static int checkDigit(String field) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            sum += (c == '<' ? 0 : Character.digit(c, 36)) * weights[i % 3];
        }
        return sum % 10;
    }

    private static String trimmed(String field) {
        return field.replaceAll("<+$", "");
    }

    private static String withoutLast(String text) {
        return text.isEmpty() ? text : text.substring(0, text.length() - 1);
    }
}
