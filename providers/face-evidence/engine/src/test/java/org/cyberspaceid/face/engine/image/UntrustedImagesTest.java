package org.cyberspaceid.face.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UntrustedImagesTest {
    private static final int LIMIT = 2 << 20;
    private static final long MEGABYTE = 1 << 20;
    private static final byte[] JPEG = Pictures.write(Pictures.redAndBlue(), "jpeg");

    static Stream<byte[]> goodFiles() {
        return Stream.of(
                JPEG,
                Pictures.write(Pictures.redAndBlue(), "png"),
                Pictures.jpeg2000(Pictures.redAndBlue(), 160),
                Pictures.jpeg2000(Pictures.redAndBlue(), 64),
                Pictures.lossyJpeg2000(Pictures.redAndBlue()));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void readsWhatItKnows(byte[] file) {
        RgbImage image = UntrustedImages.decode(file, LIMIT).orElseThrow();
        assertThat(image.width()).isEqualTo(160);
        assertThat(image.height()).isEqualTo(120);
        assertThat(isRed(image, 80, 20)).isTrue();
        assertThat(isRed(image, 80, 100)).isFalse();
    }

    @Test
    void readsGreyAndTransparentPictures() {
        BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(UntrustedImages.decode(Pictures.write(grey, "jpeg"), LIMIT)).isPresent();
        BufferedImage glass = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        assertThat(UntrustedImages.decode(Pictures.write(glass, "png"), LIMIT)
                                .orElseThrow()
                                .pixels()[0]
                        & 0xFFFFFF)
                .isEqualTo(0xFFFFFF);
    }

    @ParameterizedTest
    @CsvSource({"1,160,80,20", "3,160,80,100", "6,120,100,80", "8,120,20,80"})
    void setsPicturesUpright(int orientation, int width, int redX, int redY) {
        RgbImage image =
                UntrustedImages.decode(withOrientation(orientation), LIMIT).orElseThrow();
        assertThat(image.width()).isEqualTo(width);
        assertThat(isRed(image, redX, redY)).isTrue();
    }

    @Test
    void aHugePngIsRefusedOnItsHeader() {
        byte[] png = png(30_000, 30_000, new byte[(30_000 / 8 + 1) * 30_000], new byte[0]);
        assertThat(png.length).isLessThan(120_000);
        assertThat(isRefusedWithin(png, 4 * MEGABYTE)).isTrue();
    }

    @Test
    void aTextThatInflatesIsDropped() {
        byte[] text = concat("a\0\0".getBytes(StandardCharsets.US_ASCII), deflated(new byte[200_000_000]));
        byte[] png = png(64, 64, new byte[9 * 64], text);
        long before = allocated();
        assertThat(UntrustedImages.decode(png, LIMIT)).isPresent();
        assertThat(allocated() - before).isLessThan(8 * MEGABYTE);
    }

    @Test
    void aJpeg2000OfTinyTilesIsRefusedOnItsHeader() {
        byte[] tiles = withTileSize(Pictures.jpeg2000(Pictures.redAndBlue(), 160), 1);
        assertThat(isRefusedWithin(tiles, MEGABYTE)).isTrue();
    }

    @Test
    void aJpeg2000ThatSaysToBeHugeIsRefused() {
        byte[] huge = Pictures.jpeg2000(Pictures.redAndBlue(), 160);
        ByteBuffer.wrap(huge).putInt(indexOf(huge, 0xFF, 0x51) + 6, 30_000);
        assertThat(isRefusedWithin(huge, MEGABYTE)).isTrue();
    }

    @Test
    void aJpegOfThousandsOfScansIsRefused() {
        byte[] scans = new byte[2 * 65];
        for (int i = 0; i < scans.length; i += 2) {
            scans[i] = (byte) 0xFF;
            scans[i + 1] = (byte) 0xDA;
        }
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        assertThat(UntrustedImages.decode(concat(JPEG, concat(scans, end)), LIMIT))
                .isEmpty();
    }

    @Test
    void whatIsTooLongTooSmallOrCutOffIsRefused() {
        assertThat(UntrustedImages.decode(JPEG, JPEG.length - 1)).isEmpty();
        assertThat(UntrustedImages.decode(new byte[0], LIMIT)).isEmpty();
        assertThat(UntrustedImages.decode(Arrays.copyOf(JPEG, JPEG.length - 2), LIMIT))
                .isEmpty();
        BufferedImage tiny = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        assertThat(UntrustedImages.decode(Pictures.write(tiny, "png"), LIMIT)).isEmpty();
        assertThat(UntrustedImages.decode(Pictures.write(Pictures.redAndBlue(), "gif"), LIMIT))
                .isEmpty();
    }

    /** Whatever the bytes, an answer and no exception; a broken file never becomes a large picture. */
    @ParameterizedTest
    @MethodSource("goodFiles")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void brokenFilesDoNoHarm(byte[] file) {
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            byte[] broken = file.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                broken[random.nextInt(Math.min(broken.length, 400))] = (byte) random.nextInt();
            }
            Optional<RgbImage> image = UntrustedImages.decode(broken, LIMIT);
            assertThat(image.map(rgb -> (long) rgb.pixels().length).orElse(0L))
                    .isLessThanOrEqualTo(ImageHeader.MAX_PIXELS);
        }
    }

    private static boolean isRefusedWithin(byte[] file, long bytes) {
        long before = allocated();
        boolean refused = UntrustedImages.decode(file, LIMIT).isEmpty();
        return refused && allocated() - before < bytes;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static boolean isRed(RgbImage image, int x, int y) {
        int rgb = image.pixels()[y * image.width() + x];
        return (rgb >> 16 & 0xFF) > 200 && (rgb & 0xFF) < 60;
    }

    private static byte[] withOrientation(int value) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) value,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return concat(Arrays.copyOf(JPEG, 2), concat(exif, Arrays.copyOfRange(JPEG, 2, JPEG.length)));
    }

    private static byte[] withTileSize(byte[] jpeg2000, int size) {
        int siz = indexOf(jpeg2000, 0xFF, 0x51);
        ByteBuffer.wrap(jpeg2000).putInt(siz + 22, size).putInt(siz + 26, size);
        return jpeg2000;
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        int at = 0;
        while (bytes[at] != (byte) first || bytes[at + 1] != (byte) second) {
            at++;
        }
        return at;
    }

    /** One bit a pixel, grey, with a compressed text. */
    private static byte[] png(int width, int height, byte[] rows, byte[] text) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 1)
                .array();
        chunk(png, "IHDR", header);
        chunk(png, "zTXt", text);
        chunk(png, "IDAT", deflated(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] named = concat(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
