package org.cyberspaceid.face.engine;

import org.cyberspaceid.face.engine.image.RgbImage;

/** Colours between the pixels. */
final class Bilinear {
    private Bilinear() {}

    /** The colour at a place, 0…255 a channel; outside the image is black. */
    static void sample(RgbImage image, double x, double y, float[] rgb) {
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
