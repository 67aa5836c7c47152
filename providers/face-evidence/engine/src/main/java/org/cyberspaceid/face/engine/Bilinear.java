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
        int a;
        int b;
        int c;
        int d;
        if (left >= 0 && top >= 0 && left < image.width() - 1 && top < image.height() - 1) {
            int at = top * image.width() + left;
            int[] pixels = image.pixels();
            a = pixels[at];
            b = pixels[at + 1];
            c = pixels[at + image.width()];
            d = pixels[at + image.width() + 1];
        } else {
            a = pixel(image, left, top);
            b = pixel(image, left + 1, top);
            c = pixel(image, left, top + 1);
            d = pixel(image, left + 1, top + 1);
        }
        rgb[0] = mix(a >> 16 & 0xFF, b >> 16 & 0xFF, c >> 16 & 0xFF, d >> 16 & 0xFF, fx, fy);
        rgb[1] = mix(a >> 8 & 0xFF, b >> 8 & 0xFF, c >> 8 & 0xFF, d >> 8 & 0xFF, fx, fy);
        rgb[2] = mix(a & 0xFF, b & 0xFF, c & 0xFF, d & 0xFF, fx, fy);
    }

    private static float mix(int a, int b, int c, int d, float fx, float fy) {
        float above = a + fx * (b - a);
        float below = c + fx * (d - c);
        return above + fy * (below - above);
    }

    private static int pixel(RgbImage image, int x, int y) {
        return x < 0 || y < 0 || x >= image.width() || y >= image.height() ? 0 : image.pixels()[y * image.width() + x];
    }
}
