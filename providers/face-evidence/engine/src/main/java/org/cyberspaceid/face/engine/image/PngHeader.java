package org.cyberspaceid.face.engine.image;

import static org.cyberspaceid.face.engine.image.UnusableImageException.require;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * Reads the header of a PNG (ISO/IEC 15948, 11.2.2) and drops every chunk that decoding does not need: compressed texts and
 * profiles inflate a thousandfold.
 */
final class PngHeader {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;
    private static final Set<Integer> KEPT = Set.of(IHDR, 0x504C5445, 0x74524E53, 0x49444154, IEND);

    private PngHeader() {}

    static ImageHeader read(byte[] file) throws UnusableImageException {
        ByteReader in = new ByteReader(file);
        require(in.u32(SIGNATURE + 4) == IHDR, "no IHDR");
        int colour = in.u8(SIGNATURE + 17);
        return new ImageHeader(
                in.u32(SIGNATURE + 8),
                in.u32(SIGNATURE + 12),
                colour == 2 ? 3 : colour == 6 ? 4 : 1,
                in.u8(SIGNATURE + 16),
                Orientation.UPRIGHT,
                neededChunks(file, in));
    }

    private static byte[] neededChunks(byte[] file, ByteReader in) throws UnusableImageException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        int type;
        do {
            long length = in.u32(at);
            type = (int) in.u32(at + 4);
            require(length <= in.length() - at - CHUNK_OVERHEAD, "chunk ends early");
            int size = (int) length + CHUNK_OVERHEAD;
            if (KEPT.contains(type)) {
                kept.write(file, at, size);
            }
            at += size;
        } while (type != IEND);
        require(in.isPaddingFrom(at), "more than a picture");
        return kept.toByteArray();
    }
}
