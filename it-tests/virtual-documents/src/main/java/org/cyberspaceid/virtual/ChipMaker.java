package org.cyberspaceid.virtual;

import java.security.KeyPair;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes ICAO 9303 chips, genuine and forged. */
final class ChipMaker {
    /** Tag 6F with a length field of 2 147 483 647. */
    private static final byte[] TWO_GIGABYTES = {0x6F, (byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x00};

    private final AuthorityKeys keys;

    ChipMaker(AuthorityKeys keys) {
        this.keys = keys;
    }

    TravelChip make(Printed printed, byte[] portrait, Variant variant, ChipProfile profile) {
        KeyPair chipKey = KeyMaker.make(profile.activeAuthentication());
        SortedMap<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, DataGroups.dg1(printed));
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

    private byte[] sign(SortedMap<Integer, byte[]> groups, Variant variant, ChipProfile.Signer algorithm) {
        String ec = ChipProfile.Signer.ECDSA_P256.jca();
        return switch (variant) {
            case FOREIGN_AUTHORITY -> SecurityObjectMaker.make(groups, keys.get(AuthorityKeys.ATTACKER_SIGNER), ec);
            case REVOKED -> SecurityObjectMaker.make(groups, keys.get(AuthorityKeys.REVOKED_SIGNER), ec);
            default -> SecurityObjectMaker.make(groups, keys.get(algorithm.alias()), algorithm.jca());
        };
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
