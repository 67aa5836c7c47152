package org.cyberspaceid.face.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos larger than the service takes, as cameras store them. */
class PicturesTest {
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;

    /** The red corner is stored upper left; where it belongs says the orientation. */
    @ParameterizedTest
    @CsvSource({"1, false, false", "3, true, true", "6, true, false", "8, false, true"})
    void aLargePhotoIsReadSmallerAndUpright(int orientation, boolean right, boolean below) throws IOException {
        RgbImage image = Pictures.decode(withOrientation(jpeg(), orientation)).orElseThrow();
        boolean turned = orientation == 6 || orientation == 8;
        assertThat(image.width()).isEqualTo(turned ? HEIGHT / 2 : WIDTH / 2);
        assertThat(image.height()).isEqualTo(turned ? WIDTH / 2 : HEIGHT / 2);
        int x = right ? image.width() - 50 : 50;
        int y = below ? image.height() - 50 : 50;
        assertThat(image.pixels()[y * image.width() + x] >> 16 & 0xFF).isGreaterThan(200);
        int opposite = (image.height() - 1 - y) * image.width() + image.width() - 1 - x;
        assertThat(image.pixels()[opposite] >> 16 & 0xFF).isLessThan(60);
    }

    @Test
    void whatIsNoPictureIsNone() throws IOException {
        assertThat(Pictures.decode(new byte[0])).isEmpty();
        assertThat(Pictures.decode(new byte[100])).isEmpty();
        assertThat(Pictures.decode(Arrays.copyOf(jpeg(), 700))).isEmpty();
    }

    private static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, WIDTH / 4, HEIGHT / 4);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** Puts an APP1 segment with nothing but the orientation after the first two bytes. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
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
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
