package org.cyberspaceid.face.engine;

import org.cyberspaceid.face.engine.image.RgbImage;

/**
 * A colour as ITU-R BT.601 takes it apart.
 *
 * @param luma 0…255
 * @param blue difference (Cb), 0 for grey
 * @param red difference (Cr), 0 for grey
 */
record Colour(double luma, double blue, double red) {

    static float luma(float[] rgb) {
        return 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2];
    }

    /** The mean over discs around places of a face. */
    static Colour around(RgbImage image, double[] places, double radius) {
        double step = Math.max(1, radius / 4);
        float[] rgb = new float[3];
        double[] sum = new double[3];
        int seen = 0;
        for (int i = 0; i < places.length; i += 2) {
            for (double dy = -radius; dy <= radius; dy += step) {
                for (double dx = -radius; dx <= radius; dx += step) {
                    if (Math.hypot(dx, dy) <= radius) {
                        Bilinear.sample(image, places[i] + dx - 0.5, places[i + 1] + dy - 0.5, rgb);
                        sum[0] += rgb[0];
                        sum[1] += rgb[1];
                        sum[2] += rgb[2];
                        seen++;
                    }
                }
            }
        }
        return of(sum[0] / seen, sum[1] / seen, sum[2] / seen);
    }

    double hueDistance(Colour other) {
        return Math.hypot(blue - other.blue, red - other.red);
    }

    private static Colour of(double r, double g, double b) {
        double luma = 0.299 * r + 0.587 * g + 0.114 * b;
        return new Colour(luma, 0.564 * (b - luma), 0.713 * (r - luma));
    }
}
