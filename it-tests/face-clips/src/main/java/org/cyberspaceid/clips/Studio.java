package org.cyberspaceid.clips;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** How a portrait is laid out: ISO/IEC 19794-5's proportions (35 × 45 mm), a plain background. */
public final class Studio {
    public static final int PORTRAIT_WIDTH = 413;
    public static final int PORTRAIT_HEIGHT = 531;
    /** The middle between the eyes. */
    public static final int EYES_X = PORTRAIT_WIDTH / 2;

    public static final int EYES_Y = 235;
    /** Between the outer eye corners, pixels. */
    public static final int EYE_DISTANCE = 100;

    private static final Color BACKGROUND = new Color(0xB8, 0xBC, 0xC0);
    private static final int HEAD_WIDTH = 135;
    private static final int HEAD_HEIGHT = 215;
    private static final double FADE = 0.25;

    private Studio() {}

    /** An empty picture. */
    public static BufferedImage plain(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** Fades to the background outside the head, so that neighbours in the photo disappear. */
    public static BufferedImage withPlainBackground(BufferedImage portrait) {
        for (int y = 0; y < portrait.getHeight(); y++) {
            for (int x = 0; x < portrait.getWidth(); x++) {
                double dx = (double) (x - EYES_X) / HEAD_WIDTH;
                double dy = (double) (y - EYES_Y) / HEAD_HEIGHT;
                double outside = (Math.hypot(dx, dy) - 1) / FADE;
                portrait.setRGB(x, y, mix(portrait.getRGB(x, y), Math.max(0, Math.min(1, outside))));
            }
        }
        return portrait;
    }

    private static int mix(int rgb, double background) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value =
                    (rgb >> shift & 0xFF) * (1 - background) + (BACKGROUND.getRGB() >> shift & 0xFF) * background;
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }
}
