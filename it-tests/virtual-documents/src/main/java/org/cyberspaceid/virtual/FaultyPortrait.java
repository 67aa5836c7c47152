package org.cyberspaceid.virtual;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Images that are small to send and large to decode. Each is well-formed. */
public final class FaultyPortrait {
    private static final int PNG_EDGE = 30_000;
    private static final int TILED_EDGE = 250;

    private FaultyPortrait() {}

    /** 30000 × 30000 black pixels of one bit: about 110 kB of zlib stream, 900 million pixels. */
    public static byte[] hugePng() {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(png);
            out.writeLong(0x89504E470D0A1A0AL);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(PNG_EDGE);
            fields.writeInt(PNG_EDGE);
            fields.write(new byte[] {1, 0, 0, 0, 0}); // one bit, greyscale, no interlace
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", blackPixels());
            chunk(out, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] blackPixels() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] row = new byte[1 + (PNG_EDGE + 7) / 8];
        try (OutputStream deflated = new DeflaterOutputStream(stream, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int y = 0; y < PNG_EDGE; y++) {
                deflated.write(row);
            }
        }
        return stream.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    /**
     * A JPEG 2000 code stream (ISO/IEC 15444-1, annex A) of 250 × 250 pixels in tiles of 1 × 1: 62500 tiles, of which the stream holds the first few
     * thousand, each empty. Decoders keep a structure for each tile that the header announces.
     */
    public static byte[] tinyTiles() {
        try {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(stream);
            out.writeShort(0xFF4F); // SOC
            size(out);
            out.writeInt(0xFF52000C); // COD: no precincts, LRCP, one layer, no colour transform,
            out.write(new byte[] {0, 0, 0, 1, 0, 0, 4, 4, 0, 1}); // no decomposition, 64 × 64 blocks, reversible 5-3
            out.writeInt(0xFF5C0004); // QCD: no quantisation, one sub-band
            out.write(new byte[] {0x40, 0x40});
            for (int tile = 0; tile < 4_000; tile++) {
                emptyTile(out, tile);
            }
            out.writeShort(0xFFD9); // EOC
            return stream.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void size(DataOutputStream out) throws IOException {
        out.writeInt(0xFF510029); // SIZ, 41 bytes: one component
        out.writeShort(0);
        for (int field : new int[] {TILED_EDGE, TILED_EDGE, 0, 0, 1, 1, 0, 0}) {
            out.writeInt(field);
        }
        out.writeShort(1);
        out.write(new byte[] {7, 1, 1}); // 8 bits, not sub-sampled
    }

    private static void emptyTile(DataOutputStream out, int tile) throws IOException {
        out.writeInt(0xFF90000A); // SOT
        out.writeShort(tile);
        out.writeInt(15);
        out.writeShort(0x0001);
        out.writeShort(0xFF93); // SOD
        out.write(0); // one packet: empty
    }
}
