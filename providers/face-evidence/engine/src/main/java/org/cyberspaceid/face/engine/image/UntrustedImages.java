package org.cyberspaceid.face.engine.image;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import jj2000.j2k.NotImplementedError;

/**
 * Decodes images of strangers: magic bytes, one named reader, limits on what the header says, then the pixels, in memory only.
 * ISO/IEC 19794-5 portraits are JPEG or JPEG 2000; cameras send JPEG; reader statements may carry PNG.
 */
public final class UntrustedImages {
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final long JP2 = 0x0000000C6A502020L;
    private static final int JPEG = 0xFFD8FF;
    private static final int CODE_STREAM = 0xFF4FFF51;
    private static final String JDK_READERS = "com.sun.imageio.plugins.";

    static {
        ImageIO.setUseCache(false);
    }

    private UntrustedImages() {}

    /**
     * Decodes, or finds that it cannot or will not.
     *
     * @param maxBytes the longest file looked at
     * @return empty for anything but a whole, modest JPEG, PNG or JPEG 2000
     */
    public static Optional<RgbImage> decode(byte[] unverified, int maxBytes) {
        if (unverified.length < Long.BYTES * 2 || unverified.length > maxBytes) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(unverified));
        } catch (IOException | RuntimeException e) {
            // The readers meet hostile input with any kind of exception; the picture is unusable, whichever it was.
            return Optional.empty();
        } catch (Error e) {
            return unusable(e);
        }
    }

    /** The JPEG 2000 reader throws plain errors for broken files; those of the machine itself go on. */
    private static Optional<RgbImage> unusable(Error error) {
        if (error.getClass() == Error.class || error instanceof NotImplementedError) {
            return Optional.empty();
        }
        throw error;
    }

    private static RgbImage decode(byte[] unverified) throws IOException {
        ByteReader in = new ByteReader(unverified);
        long first = in.u32(0) << 32 | in.u32(4);
        if (first == PNG) {
            return pixels(PngHeader.read(unverified), jdkReader("png"));
        }
        if (first == JP2 || first >>> 32 == Integer.toUnsignedLong(CODE_STREAM)) {
            return pixels(Jpeg2000Header.read(unverified), new J2KImageReaderSpi().createReaderInstance(null));
        }
        UnusableImageException.require(first >>> 40 == JPEG, "unknown format");
        return pixels(JpegHeader.read(unverified), jdkReader("jpeg"));
    }

    private static RgbImage pixels(ImageHeader header, ImageReader reader) throws IOException {
        try (ImageInputStream stream = stream(header, reader)) {
            UnusableImageException.require(header.isWithinLimits(), "too large");
            reader.setInput(stream, true, true);
            UnusableImageException.require(
                    reader.getWidth(0) == header.width() && reader.getHeight(0) == header.height(), "two sizes");
            BufferedImage image = reader.read(0);
            return header.orientation().upright(RgbImage.of(image));
        } finally {
            reader.dispose();
        }
    }

    private static ImageInputStream stream(ImageHeader header, ImageReader reader) {
        return reader instanceof J2KImageReader
                ? new BoundedStream(header.content())
                : new MemoryCacheImageInputStream(new ByteArrayInputStream(header.content()));
    }

    private static ImageReader jdkReader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(JDK_READERS)) {
                return reader;
            }
        }
        throw new IllegalStateException("no reader for " + format);
    }
}
