package org.cyberspaceid.face.engine.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A decoded picture, upright, 8 bits a channel.
 *
 * @param pixels 0xRRGGBB, row by row
 */
public record RgbImage(int width, int height, int[] pixels) {

    /** Copies a picture of any colour model; what is transparent becomes white. */
    public static RgbImage of(BufferedImage source) {
        BufferedImage rgb = new BufferedImage(source.getWidth(), source.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(source, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return new RgbImage(
                rgb.getWidth(),
                rgb.getHeight(),
                ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData());
    }

    /** A view for Java's own graphics; shares the pixels. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** Half the size, each pixel the mean of four. */
    public RgbImage halved() {
        int w = Math.max(1, width / 2);
        int h = Math.max(1, height / 2);
        int[] half = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                half[y * w + x] = meanOfFour(2 * x, 2 * y);
            }
        }
        return new RgbImage(w, h, half);
    }

    /** The mean of the green channel, which is nearest to how bright it looks, over every eighth row and column; 0…255. */
    public double brightness() {
        long sum = 0;
        int seen = 0;
        for (int y = 0; y < height; y += 8) {
            for (int x = 0; x < width; x += 8) {
                sum += pixels[y * width + x] >> 8 & 0xFF;
                seen++;
            }
        }
        return (double) sum / seen;
    }

    private int meanOfFour(int x, int y) {
        int right = Math.min(x + 1, width - 1);
        int below = Math.min(y + 1, height - 1);
        int a = pixels[y * width + x];
        int b = pixels[y * width + right];
        int c = pixels[below * width + x];
        int d = pixels[below * width + right];
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = (a >> shift & 0xFF) + (b >> shift & 0xFF) + (c >> shift & 0xFF) + (d >> shift & 0xFF);
            mean |= ((sum + 2) / 4) << shift;
        }
        return mean;
    }
}
