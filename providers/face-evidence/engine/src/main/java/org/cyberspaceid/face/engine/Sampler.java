package org.cyberspaceid.face.engine;

import java.nio.FloatBuffer;
import org.cyberspaceid.face.engine.image.RgbImage;

/** Cuts a square out of an image as the planes of a network's input. */
final class Sampler {
    private Sampler() {}

    /** What becomes of a channel's value 0…255. */
    interface Scale {
        float apply(int channel, float value);
    }

    /**
     * Samples bilinearly; outside the image is black.
     *
     * @param toImage from the square's pixels to the image's
     * @param mirrored whether the square is flipped left to right
     */
    static void sample(
            RgbImage image, Similarity toImage, int edge, boolean mirrored, Scale scale, FloatBuffer planes) {
        RgbImage source = image;
        double shrink = 1;
        // Halve first where one sample would stand for more than two pixels.
        while (toImage.scale() / shrink >= 2) {
            source = source.halved();
            shrink *= 2;
        }
        int start = planes.position();
        int plane = edge * edge;
        float[] rgb = new float[3];
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                double x = toImage.x(column + 0.5, row + 0.5) / shrink - 0.5;
                double y = toImage.y(column + 0.5, row + 0.5) / shrink - 0.5;
                bilinear(source, x, y, rgb);
                int at = start + row * edge + (mirrored ? edge - 1 - column : column);
                for (int channel = 0; channel < 3; channel++) {
                    planes.put(at + channel * plane, scale.apply(channel, rgb[channel]));
                }
            }
        }
        planes.position(start + 3 * plane);
    }

    private static void bilinear(RgbImage image, double x, double y, float[] rgb) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float fx = (float) (x - left);
        float fy = (float) (y - top);
        rgb[0] = 0;
        rgb[1] = 0;
        rgb[2] = 0;
        add(image, left, top, (1 - fx) * (1 - fy), rgb);
        add(image, left + 1, top, fx * (1 - fy), rgb);
        add(image, left, top + 1, (1 - fx) * fy, rgb);
        add(image, left + 1, top + 1, fx * fy, rgb);
    }

    private static void add(RgbImage image, int x, int y, float weight, float[] rgb) {
        if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
            return;
        }
        int pixel = image.pixels()[y * image.width() + x];
        rgb[0] += weight * (pixel >> 16 & 0xFF);
        rgb[1] += weight * (pixel >> 8 & 0xFF);
        rgb[2] += weight * (pixel & 0xFF);
    }
}
