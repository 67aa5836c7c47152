package org.cyberspaceid.virtual;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.cyberspaceid.core.document.ChipClass;

/** The portrait as a document carries it: at most 640 pixels on the longer edge and 100 KiB, so that it fits a DG2. */
final class Portrait {
    private static final int LONGER_EDGE = 640;
    private static final int MOST_BYTES = 100 * 1024;
    private static final float JPEG_QUALITY = 0.9f;
    private static final double JPEG2000_BITS_PER_PIXEL = 1.6;

    private Portrait() {}

    static byte[] of(DocumentOrder order) {
        boolean jpeg2000 = order.portraitFormat() == PortraitFormat.JPEG2000
                && order.type().chipClass() == ChipClass.TRAVEL;
        return switch (order.variant()) {
            case PORTRAIT_HUGE_PNG -> FaultyPortrait.hugePng();
            case PORTRAIT_TINY_TILES -> FaultyPortrait.tinyTiles();
            case PORTRAIT_NO_IMAGE -> "not an image".getBytes(StandardCharsets.US_ASCII);
            default -> encode(decode(order.portrait()), jpeg2000);
        };
    }

    private static BufferedImage decode(byte[] portrait) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(portrait));
            if (image == null) {
                throw new IllegalArgumentException("the portrait is no JPEG or PNG");
            }
            return image;
        } catch (IOException broken) {
            throw new IllegalArgumentException("the portrait cannot be decoded", broken);
        }
    }

    private static byte[] encode(BufferedImage image, boolean jpeg2000) {
        int edge = Math.min(LONGER_EDGE, Math.max(image.getWidth(), image.getHeight()));
        byte[] encoded = write(scaled(image, edge), jpeg2000);
        while (encoded.length > MOST_BYTES) {
            edge = edge * 4 / 5;
            encoded = write(scaled(image, edge), jpeg2000);
        }
        return encoded;
    }

    private static BufferedImage scaled(BufferedImage image, int edge) {
        double scale = (double) edge / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return rgb;
    }

    private static byte[] write(BufferedImage image, boolean jpeg2000) {
        try {
            ImageWriter writer = jpeg2000
                    ? new J2KImageWriterSpi().createWriterInstance(null)
                    : ImageIO.getImageWritersByFormatName("jpeg").next();
            return write(image, writer, jpeg2000 ? lossy(writer) : quality(writer));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] write(BufferedImage image, ImageWriter writer, ImageWriteParam parameters)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam quality(ImageWriter writer) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(JPEG_QUALITY);
        return parameters;
    }

    private static ImageWriteParam lossy(ImageWriter writer) {
        J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
        parameters.setLossless(false);
        parameters.setFilter(J2KImageWriteParam.FILTER_97);
        parameters.setEncodingRate(JPEG2000_BITS_PER_PIXEL);
        return parameters;
    }
}
