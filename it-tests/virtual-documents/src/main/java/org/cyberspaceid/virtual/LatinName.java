package org.cyberspaceid.virtual;

import java.text.Normalizer;
import java.util.Locale;

/** A name in the letters of the machine readable zone. Nothing is transcribed: who wants Pinyin gives it in the order. */
final class LatinName {
    private static final String NONE = "X";

    private LatinName() {}

    /** The Latin letters of a name, or {@code X}: ICAO 9303-3, 4.6 wants at least one letter. */
    static String of(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Z ,-]", " ")
                .strip();
        return letters.isEmpty() ? NONE : letters;
    }

    /** ICAO 9303-3, 4.6: primary identifier, {@code <<}, secondary identifiers with {@code <} between. */
    static String inMrz(String latinName) {
        String[] parts = of(latinName).split(latinName.contains(",") ? "\\s*,\\s*" : "\\s+", 2);
        String primary = parts[0].replaceAll("[ -]+", "<");
        return parts.length == 1 ? primary : primary + "<<" + parts[1].replaceAll("[ ,-]+", "<");
    }
}
