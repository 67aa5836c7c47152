package org.cyberspaceid.face.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.cyberspaceid.face.engine.EngineFaceService;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.engine.image.UntrustedImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each file of the corpus costs before it is refused: allocated bytes, which do not depend on the machine. Times are printed. */
class HostileImagesTest {
    private static final int LIMIT = EngineFaceService.MAX_PORTRAIT_BYTES;
    private static final long MOST_ALLOCATED = 64L << 20;

    static List<HostileImage> corpus() {
        return HostileImages.all();
    }

    /** Classes load once. */
    @BeforeAll
    static void warmUp() {
        for (byte[] good : List.of(HostileJpegs.small(), HostilePngs.small(), HostileJpeg2000s.small())) {
            assertThat(UntrustedImages.decode(good, LIMIT)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void aHostileImageIsRefusedBeforeItCostsMemory(HostileImage hostile) {
        assertThat(decoded(hostile.toString(), hostile.file()).isPresent()).isEqualTo(hostile.isPicture());
    }

    /** What the limits let through keeps to the same bound, so that the worker's heap can be sized by it. */
    @Test
    void theLargestPicturesThatAreLetThroughCostNoMore() throws IOException {
        assertThat(decoded("largest JPEG", written(2048, 2048, "jpeg"))).isPresent();
        assertThat(decoded("largest PNG", written(2048, 2048, "png"))).isPresent();
        assertThat(decoded("largest JPEG 2000", HostileJpeg2000s.largest())).isPresent();
    }

    private static Optional<RgbImage> decoded(String name, byte[] file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        long since = System.nanoTime();
        Optional<RgbImage> image = UntrustedImages.decode(file, LIMIT);
        long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        System.out.printf(
                "%-60s %-8s %,12d bytes allocated %,9d µs%n",
                name, image.isPresent() ? "decoded" : "refused", allocated, took);
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_ALLOCATED);
        return image;
    }

    private static byte[] written(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), format, bytes);
        return bytes.toByteArray();
    }
}
