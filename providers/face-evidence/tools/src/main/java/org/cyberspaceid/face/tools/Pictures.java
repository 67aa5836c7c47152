package org.cyberspaceid.face.tools;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.engine.image.UntrustedImages;

/**
 * Decodes pictures of any size. What the service would decode is decoded by the service's own reader; larger photos, which it refuses and
 * an operator's archive has, are read at a half, a third … of their size.
 */
final class Pictures {
    private static final long SERVICE_PIXELS = 4_194_304;
    private static final long MOST_PIXELS = 250_000_000;

    private Pictures() {}

    /** Empty for what cannot be decoded. */
    static Optional<RgbImage> decode(byte[] content) {
        return UntrustedImages.decode(content, Integer.MAX_VALUE).or(() -> large(content));
    }

    private static Optional<RgbImage> large(byte[] content) {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? large(readers.next(), in, content) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The readers meet broken files with any kind of exception.
            return Optional.empty();
        }
    }

    private static Optional<RgbImage> large(ImageReader reader, MemoryCacheImageInputStream in, byte[] content)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels <= SERVICE_PIXELS || pixels > MOST_PIXELS) {
                return Optional.empty();
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / SERVICE_PIXELS));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            AtomicBoolean cutOff = new AtomicBoolean();
            // The JPEG reader fills what is missing with grey, and only warns.
            reader.addIIOReadWarningListener((from, warning) -> {
                if (warning.contains("Premature end") || warning.contains("Truncated")) {
                    cutOff.set(true);
                }
            });
            BufferedImage image = reader.read(0, every);
            return cutOff.get()
                    ? Optional.empty()
                    : Optional.of(ExifTurn.of(content).upright(RgbImage.of(image)));
        } finally {
            reader.dispose();
        }
    }
}
