package org.cyberspaceid.face.engine.image;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures in the formats we read. */
final class Pictures {
    private Pictures() {}

    /** Red above, blue below, 160 × 120. Not TYPE_INT_RGB: the JPEG 2000 writer halves its values. */
    static BufferedImage redAndBlue() {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 160, 60);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 60, 160, 60);
        graphics.dispose();
        return image;
    }

    static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg2000(BufferedImage image, int tile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = jpeg2000Writer();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            J2KImageWriteParam tiles = (J2KImageWriteParam) writer.getDefaultWriteParam();
            tiles.setTilingMode(J2KImageWriteParam.MODE_EXPLICIT);
            tiles.setTiling(tile, tile, 0, 0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), tiles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** As the sandbox's passports carry it: the tile's header repeats the coding style. */
    static byte[] lossyJpeg2000(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = jpeg2000Writer();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            J2KImageWriteParam lossy = (J2KImageWriteParam) writer.getDefaultWriteParam();
            lossy.setLossless(false);
            lossy.setFilter(J2KImageWriteParam.FILTER_97);
            lossy.setEncodingRate(1.6);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), lossy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriter jpeg2000Writer() {
        try {
            return new J2KImageWriterSpi().createWriterInstance(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
