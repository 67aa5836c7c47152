package org.cyberspaceid.relyingparty.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.vault.BlindIndex;
import org.cyberspaceid.core.vault.IdentityRecord;

/**
 * One keyed hash of a name, a document number and the client they came from: it confirms neither alone, and is of no use at another
 * ISP.
 *
 * <p>The name is the document's own or its Latin transcription. In both, compatibility forms (full width) and letter case do not
 * count, nor does anything that is not a letter: blanks, middle dots, hyphens, apostrophes. The order of the names is the document's.
 * In the number, letter case, blanks and hyphens do not count.
 */
final class MatchHash {
    private static final String PURPOSE = "identity-match";

    private final BlindIndex index;
    private final String clientId;

    MatchHash(BlindIndex index, String clientId) {
        this.index = index;
        this.clientId = clientId;
    }

    String of(IdentityMatch.Supplied pair) {
        return hash(name(pair.unverifiedName()), number(pair.unverifiedNumber()));
    }

    boolean isOf(IdentityRecord record, String hash) {
        PersonName name = record.document().name();
        String number = number(record.document().number().value());
        return Stream.of(Optional.of(name.inDocument()), name.latin())
                .flatMap(Optional::stream)
                .map(own -> hash(name(own), number))
                .anyMatch(own -> MessageDigest.isEqual(
                        own.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Neither part holds a blank, so that the text is unambiguous. */
    private String hash(String name, String number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(index.index(PURPOSE, name + " " + number + " " + clientId));
    }

    private static String name(String name) {
        return upper(name).replaceAll("[^\\p{L}\\p{M}]", "");
    }

    private static String number(String number) {
        return upper(number).replaceAll("[\\s\\p{Pd}]", "");
    }

    private static String upper(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
