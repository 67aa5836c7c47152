package org.cyberspaceid.face.worker;

import static org.cyberspaceid.face.worker.HostileImage.dropped;
import static org.cyberspaceid.face.worker.HostileImage.refused;
import static org.cyberspaceid.face.worker.HostileImages.concat;
import static org.cyberspaceid.face.worker.HostileImages.cut;
import static org.cyberspaceid.face.worker.HostileImages.indexOf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** JPEG files (ITU-T T.81) that lie about their size, go on without end, or carry something else. */
final class HostileJpegs {
    private static final int SOF = 0xC0;
    private static final int SOS = 0xDA;
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

    private HostileJpegs() {}

    static List<HostileImage> all() {
        byte[] small = small();
        List<HostileImage> images = new ArrayList<>(List.of(
                refused("JPEG of 65535 × 65535", sized(small, 65_535, 65_535, 3)),
                refused("JPEG of 4096 × 4096", sized(small, 4096, 4096, 3)),
                refused("JPEG of 2048 × 1, height by a later marker", sized(small, 2048, 0, 3)),
                refused("JPEG of 255 components", sized(small, 160, 120, 255)),
                refused("JPEG of 100000 scans", scans(small, 100_000)),
                refused("JPEG with a second, larger frame", secondFrame(small)),
                refused("JPEG without end", Arrays.copyOf(small, small.length - END.length)),
                refused("JPEG of nothing but fill bytes", fill()),
                refused("JPEG of nothing but empty segments", segments()),
                refused("JPEG whose segment is of length 0", segment(small, 0xE5, 0, new byte[0])),
                refused("polyglot of JPEG and ZIP", concat(small, HostileImages.zip())),
                refused("polyglot of JPEG and PNG", concat(small, HostilePngs.small())),
                dropped("JPEG with a page in its comment", segment(small, 0xFE, 200, page())),
                dropped("JPEG whose Exif says 65535 entries", exif(small, 65_535, 0)),
                dropped("JPEG whose Exif directory is at 4 GB", exif(small, 1, 0xFFFFFFF0)),
                dropped("JPEG whose Exif directory is itself", exif(small, 65_535, 4)),
                dropped("JPEG with 30 segments of 64 kB", padded(small))));
        for (int part : new int[] {3, 20, 50, 80, 99}) {
            images.add(refused("JPEG cut off at " + part + " %", cut(small, part)));
        }
        return images;
    }

    /** A good one. */
    static byte[] small() {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 160 * 120; i++) {
            image.setRGB(i % 160, i / 160, i * 7919);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", jpeg);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return jpeg.toByteArray();
    }

    private static byte[] sized(byte[] jpeg, int width, int height, int components) {
        byte[] changed = jpeg.clone();
        int frame = indexOf(changed, SOF);
        ByteBuffer.wrap(changed)
                .putShort(frame + 5, (short) height)
                .putShort(frame + 7, (short) width)
                .put(frame + 9, (byte) components);
        return changed;
    }

    private static byte[] scans(byte[] jpeg, int number) {
        int scan = indexOf(jpeg, SOS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, scan);
        for (int i = 0; i < number; i++) {
            out.write(jpeg, scan, 14);
        }
        out.write(jpeg, scan, jpeg.length - scan);
        return out.toByteArray();
    }

    private static byte[] secondFrame(byte[] jpeg) {
        byte[] large = sized(jpeg, 4000, 4000, 3);
        int frame = indexOf(jpeg, SOF);
        int end = frame + 2 + ByteBuffer.wrap(jpeg).getShort(frame + 2);
        return concat(
                Arrays.copyOf(jpeg, end),
                Arrays.copyOfRange(large, frame, end),
                Arrays.copyOfRange(jpeg, end, jpeg.length));
    }

    private static byte[] fill() {
        byte[] fill = new byte[500_000];
        Arrays.fill(fill, (byte) 0xFF);
        fill[1] = (byte) 0xD8;
        return concat(fill, END);
    }

    private static byte[] segments() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        for (int i = 0; i < 100_000; i++) {
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE5, 0, 2});
        }
        out.writeBytes(END);
        return out.toByteArray();
    }

    private static byte[] segment(byte[] jpeg, int marker, int length, byte[] content) {
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return concat(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] page() {
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(page, 198);
    }

    private static byte[] exif(byte[] jpeg, int entries, int directory) {
        byte[] exif = ByteBuffer.allocate(98)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(directory == 0 ? 8 : directory)
                .putShort((short) entries)
                .array();
        return segment(jpeg, 0xE1, 100, exif);
    }

    private static byte[] padded(byte[] jpeg) {
        byte[] padded = jpeg;
        for (int i = 0; i < 30; i++) {
            padded = segment(padded, 0xE5, 65_535, new byte[65_533]);
        }
        return padded;
    }
}
