package org.cyberspaceid.vault.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.cyberspaceid.core.networknumber.Sector;

/** How often a person had the number of a sector renewed ({@code oidc.md}). No row means never. */
final class Epochs {
    private static final String PURPOSE = "epoch";

    /** As a consent is: the length does not tell which of the two a row is. */
    private static final int LENGTH = PairwiseJson.BLOCK;

    private final PairwiseRows rows;

    Epochs(PairwiseRows rows) {
        this.rows = rows;
    }

    long of(OpenPerson person, Sector sector) {
        return decode(rows.read(place(person, sector)));
    }

    void next(OpenPerson person, Sector sector) {
        PairwisePlace place = place(person, sector);
        long epoch = decode(rows.readToChange(place));
        rows.write(place, encode(epoch + 1), PairwiseRows.FOR_EVER);
    }

    static PairwisePlace place(OpenPerson person, Sector sector) {
        return person.pairwise(PURPOSE, sector.host());
    }

    static long decode(Optional<byte[]> plain) {
        return plain.map(bytes -> ByteBuffer.wrap(bytes).getLong()).orElse(0L);
    }

    private static byte[] encode(long epoch) {
        return Arrays.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(epoch).array(), LENGTH);
    }
}
