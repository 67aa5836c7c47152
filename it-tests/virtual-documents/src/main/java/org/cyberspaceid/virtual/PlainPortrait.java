package org.cyberspaceid.virtual;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A portrait for tests that look at no face: plain, but an image. */
public final class PlainPortrait {
    private PlainPortrait() {}

    /** A JPEG of one colour. */
    public static byte[] jpeg() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(240, 320, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return jpeg.toByteArray();
    }
}
