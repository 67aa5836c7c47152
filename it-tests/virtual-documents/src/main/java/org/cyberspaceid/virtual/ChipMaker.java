package org.cyberspaceid.virtual;

import java.security.KeyPair;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cyberspaceid.core.document.DocumentType;

/** Makes ICAO 9303 chips, genuine and forged. */
final class ChipMaker {
    /** Tag 6F with a length field of 2 147 483 647. */
    private static final byte[] TWO_GIGABYTES = {0x6F, (byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x00};

    private static final Map<Variant, String> OTHER_SIGNERS = Map.of(
            Variant.FOREIGN_AUTHORITY, AuthorityKeys.ATTACKER_SIGNER,
            Variant.REVOKED, AuthorityKeys.REVOKED_SIGNER,
            Variant.OTHER_COUNTRY, AuthorityKeys.OTHER_COUNTRY_SIGNER,
            Variant.WRONG_KEY_USAGE, AuthorityKeys.NO_SIGNER);

    private final AuthorityKeys keys;

    ChipMaker(AuthorityKeys keys) {
        this.keys = keys;
    }

    TravelChip make(Printed printed, byte[] portrait, Variant variant, ChipProfile profile) {
        KeyPair chipKey = KeyMaker.make(profile.activeAuthentication());
        SortedMap<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, dg1(printed, variant));
        groups.put(2, DataGroups.dg2(portrait));
        groups.put(11, DataGroups.dg11(printed));
        if (variant != Variant.NO_ACTIVE_AUTHENTICATION) {
            DataGroups.dg14(chipKey.getPublic()).ifPresent(dg14 -> groups.put(14, dg14));
            groups.put(15, DataGroups.dg15(chipKey.getPublic()));
        }
        if (variant == Variant.OVERSIZED_DG15) {
            groups.put(15, TWO_GIGABYTES); // signed like that, so that no hash stands before the parser
        }
        byte[] sod = sign(groups, variant, profile.signer());
        spoil(groups, variant);
        return new TravelChip(sod, groups, answersWith(chipKey, variant, profile));
    }

    /** After five bytes of tags and lengths: the check digit of the birth date, in TD3 the 20th character of line 2, in TD1 the 7th of line 2. */
    private static byte[] dg1(Printed printed, Variant variant) {
        byte[] dg1 = DataGroups.dg1(printed);
        if (variant == Variant.WRONG_CHECK_DIGIT) {
            int at = 5 + (printed.type() == DocumentType.PASSPORT ? 63 : 36);
            dg1[at] = (byte) ('0' + (dg1[at] - '0' + 1) % 10);
        }
        return dg1;
    }

    private byte[] sign(SortedMap<Integer, byte[]> groups, Variant variant, ChipProfile.Signer algorithm) {
        Optional<String> other = Optional.ofNullable(OTHER_SIGNERS.get(variant));
        return SecurityObjectMaker.make(
                groups,
                keys.get(other.orElse(algorithm.alias())),
                other.isPresent() ? ChipProfile.Signer.ECDSA_P256.jca() : algorithm.jca());
    }

    private static void spoil(SortedMap<Integer, byte[]> groups, Variant variant) {
        if (variant == Variant.TAMPERED) {
            byte[] dg2 = groups.get(2);
            dg2[dg2.length / 2] ^= 1;
        }
    }

    private static ChipKey answersWith(KeyPair chipKey, Variant variant, ChipProfile profile) {
        return switch (variant) {
            case NO_ACTIVE_AUTHENTICATION -> null;
            case CLONE ->
                ChipKey.of(KeyMaker.make(profile.activeAuthentication()).getPrivate());
            default -> ChipKey.of(chipKey.getPrivate());
        };
    }
}
