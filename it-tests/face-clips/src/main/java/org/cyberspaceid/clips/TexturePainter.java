package org.cyberspaceid.clips;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Paints textured triangles, nearest on top. */
final class TexturePainter {
    private final BufferedImage texture;
    private final BufferedImage target;
    private final double[] depth;

    TexturePainter(BufferedImage texture, BufferedImage target) {
        this.texture = texture;
        this.target = target;
        this.depth = new double[target.getWidth() * target.getHeight()];
        Arrays.fill(depth, Double.POSITIVE_INFINITY);
    }

    /** Paints each triangle from where its corners are in the texture to where they are in the target (x, y, z). */
    void paint(List<int[]> triangles, List<double[]> inTexture, List<double[]> inTarget) {
        for (int[] t : triangles) {
            paint(
                    new double[][] {inTexture.get(t[0]), inTexture.get(t[1]), inTexture.get(t[2])},
                    new double[][] {inTarget.get(t[0]), inTarget.get(t[1]), inTarget.get(t[2])});
        }
    }

    private void paint(double[][] from, double[][] to) {
        double area = cross(to[0], to[1], to[2][0], to[2][1]);
        if (Math.abs(area) < 1e-9) {
            return;
        }
        int left = (int) Math.max(0, Math.floor(least(to, 0)));
        int right = (int) Math.min(target.getWidth() - 1, Math.ceil(-least(negated(to), 0)));
        int top = (int) Math.max(0, Math.floor(least(to, 1)));
        int bottom = (int) Math.min(target.getHeight() - 1, Math.ceil(-least(negated(to), 1)));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double a = cross(to[1], to[2], x, y) / area;
                double b = cross(to[2], to[0], x, y) / area;
                double c = 1 - a - b;
                if (a >= -1e-6 && b >= -1e-6 && c >= -1e-6) {
                    pixel(x, y, mix(to, 2, a, b, c), mix(from, 0, a, b, c), mix(from, 1, a, b, c));
                }
            }
        }
    }

    private void pixel(int x, int y, double z, double u, double v) {
        int at = y * target.getWidth() + x;
        if (z < depth[at]) {
            depth[at] = z;
            target.setRGB(x, y, sample(u, v));
        }
    }

    private int sample(double u, double v) {
        int x = (int) Math.max(0, Math.min(texture.getWidth() - 2.0, Math.floor(u)));
        int y = (int) Math.max(0, Math.min(texture.getHeight() - 2.0, Math.floor(v)));
        double fx = Math.max(0, Math.min(1, u - x));
        double fy = Math.max(0, Math.min(1, v - y));
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double above = channel(x, y, shift) * (1 - fx) + channel(x + 1, y, shift) * fx;
            double below = channel(x, y + 1, shift) * (1 - fx) + channel(x + 1, y + 1, shift) * fx;
            rgb |= (int) Math.round(above * (1 - fy) + below * fy) << shift;
        }
        return rgb;
    }

    private int channel(int x, int y, int shift) {
        return texture.getRGB(x, y) >> shift & 0xFF;
    }

    private static double cross(double[] a, double[] b, double x, double y) {
        return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
    }

    private static double mix(double[][] corners, int number, double a, double b, double c) {
        return a * corners[0][number] + b * corners[1][number] + c * corners[2][number];
    }

    private static double least(double[][] corners, int number) {
        return Math.min(corners[0][number], Math.min(corners[1][number], corners[2][number]));
    }

    private static double[][] negated(double[][] corners) {
        return Arrays.stream(corners)
                .map(c -> Arrays.stream(c).map(n -> -n).toArray())
                .toArray(double[][]::new);
    }
}
