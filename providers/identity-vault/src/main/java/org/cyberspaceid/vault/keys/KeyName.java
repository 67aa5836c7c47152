package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.subtle.Random;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Names of sealing keys: what for, the second they were made in (so that they sort by age), and something random. */
final class KeyName {
    /** The keys that seal the keyset file. */
    static final String ROOT = "root-";

    /** The keys that seal data keys of records. */
    static final String RECORD = "record-";

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int RANDOM_BYTES = 3;

    private KeyName() {}

    static String fresh(String prefix, Instant now) {
        return prefix + SECOND.format(now) + "-" + HexFormat.of().formatHex(Random.randBytes(RANDOM_BYTES));
    }

    /** When a key was made, as its name says. */
    static Instant madeAt(String name) {
        return Instant.from(SECOND.parse(name.substring(name.indexOf('-') + 1, name.lastIndexOf('-'))));
    }
}
