package org.cyberspaceid.face.engine;

/**
 * A similarity (turn, scale, shift) of the plane: x' = a·x − b·y + tx, y' = b·x + a·y + ty.
 */
record Similarity(double a, double b, double tx, double ty) {

    /** The least-squares similarity that takes each (x, y) of {@code from} near the one of {@code to}. */
    static Similarity fit(double[] from, double[] to) {
        int n = from.length / 2;
        double[] fromMean = mean(from, n);
        double[] toMean = mean(to, n);
        double re = 0;
        double im = 0;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            double px = from[2 * i] - fromMean[0];
            double py = from[2 * i + 1] - fromMean[1];
            double qx = to[2 * i] - toMean[0];
            double qy = to[2 * i + 1] - toMean[1];
            re += px * qx + py * qy;
            im += px * qy - py * qx;
            norm += px * px + py * py;
        }
        double a = re / norm;
        double b = im / norm;
        return new Similarity(
                a, b, toMean[0] - a * fromMean[0] + b * fromMean[1], toMean[1] - b * fromMean[0] - a * fromMean[1]);
    }

    /** Takes a square of {@code edge} pixels onto the square around a centre, turned by {@code roll}. */
    static Similarity ofSquare(int edge, double centerX, double centerY, double size, double roll) {
        double scale = size / edge;
        double a = scale * Math.cos(roll);
        double b = scale * Math.sin(roll);
        double half = edge / 2.0;
        return new Similarity(a, b, centerX - a * half + b * half, centerY - b * half - a * half);
    }

    Similarity inverse() {
        double norm = a * a + b * b;
        double ia = a / norm;
        double ib = -b / norm;
        return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
    }

    double x(double x, double y) {
        return a * x - b * y + tx;
    }

    double y(double x, double y) {
        return b * x + a * y + ty;
    }

    double scale() {
        return Math.hypot(a, b);
    }

    private static double[] mean(double[] points, int n) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < n; i++) {
            x += points[2 * i];
            y += points[2 * i + 1];
        }
        return new double[] {x / n, y / n};
    }
}
