package org.cyberspaceid.core.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name as the document states it. Its string form is masked, so that it cannot slip into a log.
 *
 * @param inDocument the name in the document's own script (Hanzi where there are any, else Latin letters)
 * @param latin the Latin transcription (Pinyin, MRZ), where the document has one beside the Hanzi
 */
public record PersonName(String inDocument, Optional<String> latin) {

    /** The name for a page: the last Hanzi, or the first letter of each Latin word; the rest as asterisks. */
    public String masked() {
        int length = inDocument.codePointCount(0, inDocument.length());
        if (length == 0) {
            return "";
        }
        if (isHan(inDocument.codePointAt(0))) {
            String last = inDocument.substring(inDocument.offsetByCodePoints(0, length - 1));
            return length == 1 ? "*" : "*".repeat(length - 1) + last;
        }
        return Arrays.stream(inDocument.trim().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "***")
                .collect(Collectors.joining(" "));
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    @Override
    public String toString() {
        return "PersonName[" + masked() + "]";
    }
}
