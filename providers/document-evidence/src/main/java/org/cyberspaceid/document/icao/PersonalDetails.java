package org.cyberspaceid.document.icao;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.document.format.Tlv;

/**
 * The holder's name as DG11 has it (ICAO 9303-10, 4.7.11). Chinese documents keep the Hanzi in {@code 5F0E} and the Pinyin in a bare
 * {@code 5F0F}.
 */
final class PersonalDetails {
    private static final int DG11 = 0x6B;
    private static final int FULL_NAME = 0x5F0E;
    private static final int OTHER_NAME = 0x5F0F;
    private static final int LONGEST = 300;

    private PersonalDetails() {}

    /** The name; without a DG11 name, that of the machine readable zone. */
    static PersonName name(Optional<byte[]> dg11, Mrz mrz) {
        List<Tlv> fields = dg11.map(file -> Tlv.file(DG11, file).children()).orElse(List.of());
        Optional<String> full = text(fields, FULL_NAME);
        Optional<String> other = text(fields, OTHER_NAME);
        return full.map(name -> new PersonName(name, Optional.of(other.orElseGet(mrz::name))))
                .orElseGet(() -> new PersonName(mrz.name(), Optional.empty()));
    }

    private static Optional<String> text(List<Tlv> fields, int tag) {
        return fields.stream()
                .filter(f -> f.tag() == tag)
                .findFirst()
                .map(PersonalDetails::decode)
                .filter(text -> !text.isEmpty());
    }

    private static String decode(Tlv field) {
        unless(field.length() <= LONGEST, "the name is too long");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(field.value()))
                    .toString();
            unless(text.chars().noneMatch(Character::isISOControl), "a control character in the name");
            return text.replaceAll("<+", " ").strip();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedException("the name is not UTF-8");
        }
    }
}
