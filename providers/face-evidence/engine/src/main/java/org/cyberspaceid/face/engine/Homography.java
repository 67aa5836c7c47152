package org.cyberspaceid.face.engine;

/** A homography h with h₈ = 1: x' = (h₀x + h₁y + h₂) / w, y' = (h₃x + h₄y + h₅) / w, w = h₆x + h₇y + 1. */
record Homography(double[] h) {
    private static final int UNKNOWNS = 8;

    /**
     * The homography that takes {@code from} nearest to {@code to}. Each round solves the linear equations, weighted by the
     * last round's w, so that what is smallest in the end is the distance in the picture and not an algebraic one.
     */
    static Homography fit(double[] from, double[] to, int refinements) {
        Homography fitted = new Homography(new double[] {1, 0, 0, 0, 1, 0, 0, 0});
        for (int round = 0; round <= refinements; round++) {
            fitted = fitted.refined(from, to);
        }
        return fitted;
    }

    double meanSquare(double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i += 2) {
            double w = w(from[i], from[i + 1]);
            double dx = (h[0] * from[i] + h[1] * from[i + 1] + h[2]) / w - to[i];
            double dy = (h[3] * from[i] + h[4] * from[i + 1] + h[5]) / w - to[i + 1];
            sum += dx * dx + dy * dy;
        }
        return sum * 2 / from.length;
    }

    private double w(double x, double y) {
        return h[6] * x + h[7] * y + 1;
    }

    private Homography refined(double[] from, double[] to) {
        double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
        for (int i = 0; i < from.length; i += 2) {
            double x = from[i];
            double y = from[i + 1];
            double weight = 1 / (w(x, y) * w(x, y));
            double u = to[i];
            double v = to[i + 1];
            add(normal, new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u}, weight);
            add(normal, new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v}, weight);
        }
        return new Homography(solve(normal));
    }

    private static void add(double[][] normal, double[] equation, double weight) {
        for (int row = 0; row < UNKNOWNS; row++) {
            for (int column = 0; column <= UNKNOWNS; column++) {
                normal[row][column] += weight * equation[row] * equation[column];
            }
        }
    }

    /** Gauss–Jordan with pivoting. */
    private static double[] solve(double[][] m) {
        for (int column = 0; column < UNKNOWNS; column++) {
            swapIn(m, column);
            for (int row = 0; row < UNKNOWNS; row++) {
                if (row != column) {
                    subtract(m[row], m[column], m[row][column] / m[column][column], column);
                }
            }
        }
        double[] solution = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            solution[i] = m[i][UNKNOWNS] / m[i][i];
        }
        return solution;
    }

    private static void swapIn(double[][] m, int column) {
        int best = column;
        for (int row = column + 1; row < UNKNOWNS; row++) {
            if (Math.abs(m[row][column]) > Math.abs(m[best][column])) {
                best = row;
            }
        }
        double[] row = m[best];
        m[best] = m[column];
        m[column] = row;
    }

    private static void subtract(double[] row, double[] pivot, double factor, int from) {
        for (int i = from; i < row.length; i++) {
            row[i] -= factor * pivot[i];
        }
    }
}
