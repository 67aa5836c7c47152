package org.cyberspaceid.face.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The corpus: bombs by dimension, tiles, chunks and Exif, files that are cut off, polyglots, nothing at all, and far too much. */
final class HostileImages {
    /** More than anybody may send. */
    static final int FAR_TOO_MUCH = 50 << 20;

    private static final List<HostileImage> ALL = made();

    private HostileImages() {}

    static List<HostileImage> all() {
        return ALL;
    }

    private static List<HostileImage> made() {
        return Stream.of(HostilePngs.all(), HostileJpegs.all(), HostileJpeg2000s.all(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileImage> others() {
        byte[] noise = new byte[4_096];
        new Random(1).nextBytes(noise);
        return List.of(
                HostileImage.refused("0 bytes", new byte[0]),
                HostileImage.refused("1 byte", new byte[1]),
                HostileImage.refused("noise", noise),
                HostileImage.refused("text", "NOT-AN-IMAGE-BUT-A-MARK".getBytes(StandardCharsets.US_ASCII)),
                HostileImage.refused(
                        "SVG that fetches",
                        "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"
                                .getBytes(StandardCharsets.US_ASCII)),
                HostileImage.refused("GIF of 65535 × 65535", gif()),
                HostileImage.refused("a ZIP file", zip()),
                HostileImage.refused("50 MB that begin like a JPEG", far(HostileJpegs.small())),
                HostileImage.refused("50 MB that begin like a PNG", far(HostilePngs.small())),
                HostileImage.refused("50 MB that begin like a JPEG 2000", far(HostileJpeg2000s.small())));
    }

    private static byte[] far(byte[] beginning) {
        return Arrays.copyOf(beginning, FAR_TOO_MUCH);
    }

    private static byte[] gif() {
        byte[] header = "GIF89a\u00ff\u00ff\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(header, 64);
    }

    /** What makes a picture a polyglot: it is read from its end. */
    static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The file until this part of it, in hundredths. */
    static byte[] cut(byte[] file, int hundredths) {
        return Arrays.copyOf(file, (int) ((long) file.length * hundredths / 100));
    }

    static int indexOf(byte[] bytes, int marker) {
        for (int at = 0; at + 1 < bytes.length; at++) {
            if ((bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == marker) {
                return at;
            }
        }
        throw new IllegalStateException("no marker " + Integer.toHexString(marker));
    }
}
