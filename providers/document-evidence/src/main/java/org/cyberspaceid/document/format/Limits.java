package org.cyberspaceid.document.format;

import java.util.Map;
import java.util.Set;

/** The caps on what a reader may send ({@code documents.md}, ICAO 9303 evidence, 1), all in bytes. */
public final class Limits {
    public static final int BODY = 512 * 1024;
    public static final int SOD = 32 * 1024;
    public static final int PORTRAIT = 128 * 1024;
    /** RSA 8192 bits. */
    public static final int ACTIVE_AUTHENTICATION = 1024;

    public static final int STATEMENT = 256 * 1024;

    /** The sizes of DG1: TD2, TD3, TD1. */
    public static final Set<Integer> DG1 = Set.of(77, 93, 95);

    private static final Map<Integer, Integer> DATA_GROUPS =
            Map.of(1, 95, 2, PORTRAIT, 11, 8 * 1024, 12, 8 * 1024, 14, 16 * 1024, 15, 4 * 1024);

    private Limits() {}

    /** Whether we take this data group at all. */
    public static boolean takes(int dataGroup) {
        return DATA_GROUPS.containsKey(dataGroup);
    }

    /** The cap of a data group that we take. */
    public static int of(int dataGroup) {
        return DATA_GROUPS.get(dataGroup);
    }

    /** Whether base64 text of this length may be decoded: it cannot give more than the cap. */
    public static boolean fitsAsBase64(String text, int cap) {
        return text.length() <= (cap + 2) / 3 * 4;
    }
}
