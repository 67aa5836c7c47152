package org.cyberspaceid.face.worker;

import static org.cyberspaceid.face.worker.HostileImage.refused;
import static org.cyberspaceid.face.worker.HostileImages.cut;
import static org.cyberspaceid.face.worker.HostileImages.indexOf;

import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG 2000 files (ISO/IEC 15444-1, annexes A and I): every size in them may be a bomb, not only width and height. */
final class HostileJpeg2000s {
    private static final int LARGEST = 1254;
    private static final int SIZ = 0x51;
    private static final int COD = 0x52;
    private static final int SOT = 0x90;
    /** Positions in SIZ and COD, from the marker. */
    private static final int WIDTH = 6;

    private static final int TILE_WIDTH = 22;
    private static final int COMPONENTS = 38;
    private static final int DEPTH = 40;
    private static final int STYLE = 4;
    private static final int LAYERS = 6;
    private static final int LEVELS = 9;
    private static final int BLOCK_WIDTH = 10;

    private HostileJpeg2000s() {}

    static List<HostileImage> all() {
        byte[] small = small();
        List<HostileImage> images = new ArrayList<>(List.of(
                refused("JPEG 2000 of 4294967295 × 4294967295", ints(small, SIZ, WIDTH, -1, -1)),
                refused("JPEG 2000 of 30000 × 30000", ints(small, SIZ, WIDTH, 30_000, 30_000)),
                refused("JPEG 2000 of 2048 × 2048, one tile", oneTile(small, 2048, 2048)),
                refused("JPEG 2000 that is good, but a little too large", striped(LARGEST + 2)),
                refused("JPEG 2000 of 0 × 0", ints(small, SIZ, WIDTH, 0, 0)),
                refused("JPEG 2000 of 1 × 1 tiles", ints(small, SIZ, TILE_WIDTH, 1, 1)),
                refused("JPEG 2000 of 0 × 0 tiles", ints(small, SIZ, TILE_WIDTH, 0, 0)),
                refused("JPEG 2000 of 16384 components", shorts(small, SIZ, COMPONENTS, 16_384)),
                refused("JPEG 2000 of 38 bits", bytes(small, SIZ, DEPTH, 37)),
                refused("JPEG 2000 of 255-fold sub-sampling", bytes(small, SIZ, DEPTH + 1, 255, 255)),
                refused("JPEG 2000 of 65535 layers", shorts(small, COD, LAYERS, 65_535)),
                refused("JPEG 2000 of 32 decompositions", bytes(small, COD, LEVELS, 32)),
                refused("JPEG 2000 of 4 × 4 code-blocks", bytes(small, COD, BLOCK_WIDTH, 0, 0)),
                refused("JPEG 2000 of 1024 × 1024 code-blocks", bytes(small, COD, BLOCK_WIDTH, 8, 8)),
                refused("JPEG 2000 of 1 × 1 precincts", bytes(bytes(small, COD, STYLE, 1), COD, 14, 0, 0, 0, 0, 0, 0)),
                refused("JPEG 2000 whose tile-part is longer than the file", ints(small, SOT, 6, Integer.MAX_VALUE)),
                refused("JPEG 2000 whose tile-part is of 13 bytes", ints(small, SOT, 6, 13)),
                refused("JPEG 2000 whose box is of 0 bytes", box(small, 0)),
                refused("JPEG 2000 whose box is of 7 bytes", box(small, 7)),
                refused("JPEG 2000 whose box is of 4 GB", box(small, -1)),
                refused("JPEG 2000 of nothing but boxes", boxes()),
                refused("JPEG 2000 with the marker PPM", bytes(small, COD, 1, 0x60)),
                refused("JPEG 2000 with the marker POC", bytes(small, COD, 1, 0x5F))));
        for (int part : new int[] {3, 20, 50, 80, 99}) {
            images.add(refused("JPEG 2000 cut off at " + part + " %", cut(small, part)));
        }
        return images;
    }

    /** A good one. */
    static byte[] small() {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 160 * 120; i++) {
            image.setRGB(i % 160, i / 160, i * 7919);
        }
        return written(image);
    }

    /** The largest that is let through, in stripes. */
    static byte[] largest() {
        return striped(LARGEST);
    }

    private static byte[] striped(int edge) {
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < edge * edge; i++) {
            image.setRGB(i % edge, i / edge, i % edge * 7919);
        }
        return written(image);
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriter writer = new J2KImageWriterSpi().createWriterInstance(null);
            writer.setOutput(out);
            writer.write(image);
            writer.dispose();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] oneTile(byte[] file, int width, int height) {
        return ints(ints(file, SIZ, WIDTH, width, height), SIZ, TILE_WIDTH, width, height);
    }

    private static byte[] ints(byte[] file, int marker, int offset, int... values) {
        ByteBuffer changed = ByteBuffer.wrap(file.clone());
        int at = indexOf(file, marker) + offset;
        for (int value : values) {
            changed.putInt(at, value);
            at += Integer.BYTES;
        }
        return changed.array();
    }

    private static byte[] shorts(byte[] file, int marker, int offset, int value) {
        return ByteBuffer.wrap(file.clone())
                .putShort(indexOf(file, marker) + offset, (short) value)
                .array();
    }

    private static byte[] bytes(byte[] file, int marker, int offset, int... values) {
        byte[] changed = file.clone();
        int at = indexOf(file, marker) + offset;
        for (int value : values) {
            changed[at] = (byte) value;
            at++;
        }
        return changed;
    }

    /** The length of the second box, which follows the signature of 12 bytes. */
    private static byte[] box(byte[] file, int length) {
        return ByteBuffer.wrap(file.clone()).putInt(12, length).array();
    }

    private static byte[] boxes() {
        ByteBuffer boxes = ByteBuffer.allocate(800_000);
        boxes.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
        while (boxes.remaining() >= 8) {
            boxes.putInt(8).putInt(0x66726565);
        }
        return Arrays.copyOf(boxes.array(), boxes.position());
    }
}
