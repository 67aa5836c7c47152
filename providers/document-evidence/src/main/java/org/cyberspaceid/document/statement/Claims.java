package org.cyberspaceid.document.statement;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.document.format.JsonMembers;
import org.cyberspaceid.document.format.Limits;
import org.cyberspaceid.document.format.MalformedException;

/**
 * The claims of a statement whose signature holds. All that the README of this module lists.
 *
 * @param documentStatus what the service learned of the card's status, if it asked: {@code valid} or {@code revoked}
 */
record Claims(
        String audience,
        String nonce,
        Instant issuedAt,
        Instant expiresAt,
        String documentType,
        String documentNumber,
        Optional<String> documentStatus,
        PersonName name,
        LocalDate birthDate,
        LocalDate expiresOn,
        byte[] portrait) {
    private static final int LONGEST_NAME = 100;
    /** The end of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    /** @throws MalformedException when a claim is missing or not what it must be */
    static Claims read(byte[] payload) {
        try {
            return of(JsonMembers.read(payload));
        } catch (DateTimeException | IllegalArgumentException notAValue) {
            throw new MalformedException("a day that there is not, or no base64");
        }
    }

    private static Claims of(JsonMembers json) {
        String portrait = json.requireText("portrait");
        unless(Limits.fitsAsBase64(portrait, Limits.PORTRAIT), "the portrait is too large");
        return new Claims(
                json.requireText("aud"),
                json.requireText("nonce"),
                time(json.requireNumber("iat")),
                time(json.requireNumber("exp")),
                json.requireText("document_type"),
                json.requireText("document_number"),
                json.text("document_status"),
                new PersonName(
                        name(json.requireText("name")), json.text("latin_name").map(Claims::name)),
                LocalDate.parse(json.requireText("birth_date")),
                LocalDate.parse(json.requireText("expires_on")),
                Base64.getDecoder().decode(portrait));
    }

    /** Far from the ends of what {@link Instant} takes, where no minute can be added. */
    private static Instant time(long seconds) {
        unless(seconds >= 0 && seconds <= LATEST, "a time");
        return Instant.ofEpochSecond(seconds);
    }

    private static String name(String stated) {
        unless(!stated.isBlank() && stated.length() <= LONGEST_NAME, "the length of a name");
        unless(stated.chars().noneMatch(Character::isISOControl), "a control character in a name");
        return stated.strip();
    }

    @Override
    public String toString() {
        return "Claims[" + documentType + "]";
    }
}
