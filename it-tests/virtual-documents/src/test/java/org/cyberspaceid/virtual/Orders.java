package org.cyberspaceid.virtual;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.cyberspaceid.core.document.DocumentType;

/** Orders for tests. */
final class Orders {
    static final byte[] CHALLENGE = {1, 2, 3, 4, 5, 6, 7, 8};
    static final LocalDate BORN = LocalDate.of(1990, 7, 24);

    private Orders() {}

    static DocumentOrder passport(PortraitFormat format, Variant variant) {
        return order(DocumentType.PASSPORT, format, variant);
    }

    static DocumentOrder order(DocumentType type, PortraitFormat format, Variant variant) {
        return new DocumentOrder(type, "王小明", Optional.of("WANG XIAOMING"), BORN, portrait(300, 400), format, variant);
    }

    /** Noise, which compresses badly. */
    static byte[] portrait(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.PINK);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
