package org.cyberspaceid.face.worker;

import static org.cyberspaceid.face.worker.HostileImage.dropped;
import static org.cyberspaceid.face.worker.HostileImage.refused;
import static org.cyberspaceid.face.worker.HostileImages.concat;
import static org.cyberspaceid.face.worker.HostileImages.cut;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files (ISO/IEC 15948) that are small to send and large, or endless, to decode. */
final class HostilePngs {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int EDGE = 30_000;
    private static final int BOMB = 200_000_000;

    private HostilePngs() {}

    static List<HostileImage> all() {
        byte[] bomb = deflated(BOMB);
        byte[] small = small();
        List<HostileImage> images = new ArrayList<>(List.of(
                refused("PNG of 30000 × 30000, 1 bit", hugePng()),
                refused("PNG of 2147483647 × 2147483647", png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, COLOUR, 100)),
                refused("PNG of −1 × −1", png(-1, -1, 8, COLOUR, 100)),
                refused("PNG of 4096 × 4096", png(4096, 4096, 8, COLOUR, 4096 * (3 * 4096 + 1))),
                refused("PNG of 32 × 1000000", png(32, 1_000_000, 8, GREY, 33_000_000)),
                refused("PNG of 16 bits a channel", png(2048, 2048, 16, COLOUR, 2048 * (6 * 2048 + 1))),
                refused("PNG of 2048 × 2048 without the pixels", png(2048, 2048, 8, COLOUR, 100)),
                refused("PNG of two pictures", concat(small, small)),
                refused("PNG whose chunk says to be 2 GB long", withLength(small, Integer.MAX_VALUE)),
                refused("PNG whose chunk says to be 4 GB long", withLength(small, -1)),
                refused("polyglot of PNG and ZIP", concat(small, HostileImages.zip())),
                dropped("PNG whose pixels go on for 200 MB", png(64, 64, 8, GREY, BOMB)),
                dropped("PNG of 100000 empty chunks", with(small, 100_000, "teSt", new byte[0]))));
        for (String type : List.of("zTXt", "iTXt", "iCCP")) {
            byte[] named = concat("a\0\0".getBytes(StandardCharsets.US_ASCII), bomb);
            images.add(dropped("PNG with a " + type + " that inflates to 200 MB", with(small, 1, type, named)));
        }
        for (int part : new int[] {5, 20, 50, 80, 99}) {
            images.add(refused("PNG cut off at " + part + " %", cut(small, part)));
        }
        return images;
    }

    /** 30,000 × 30,000 pixels of one bit in some 110 kB. */
    static byte[] hugePng() {
        return png(EDGE, EDGE, 1, GREY, (EDGE / 8 + 1) * EDGE);
    }

    /** A good one. */
    static byte[] small() {
        return png(64, 64, 8, GREY, 64 * 65);
    }

    private static byte[] png(int width, int height, int depth, int colour, int zeros) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colour)
                .array();
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", deflated(zeros)));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** With more chunks after the header. */
    private static byte[] with(byte[] png, int times, String type, byte[] data) {
        int header = SIGNATURE.length + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, header);
        byte[] chunk = chunk(type, data);
        for (int i = 0; i < times; i++) {
            out.writeBytes(chunk);
        }
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    private static byte[] withLength(byte[] png, int length) {
        byte[] changed = png.clone();
        ByteBuffer.wrap(changed).putInt(SIGNATURE.length + 25, length);
        return changed;
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
