package org.cyberspaceid.face.engine;

import java.util.Arrays;

/**
 * How much two views of a face differ from two views of something flat: the residual of the best homography between them. A
 * turned head moves the nose against the eyes; a turned photo cannot.
 */
public final class Planarity {
    /** Points that keep their place whatever the face does: nose, eye and mouth corners, chin, cheeks, brows, forehead. */
    private static final int[] POINTS = {
        168, 6, 197, 195, 5, 4, 1, 2, 98, 327, 33, 133, 362, 263, 61, 291, 152, 199, 50, 280, 205, 425, 117, 346, 70,
        300, 105, 334, 107, 336, 10, 151, 9, 8
    };

    /** Numbers in what {@link #points} returns. */
    public static final int NUMBERS = 2 * POINTS.length;

    private static final int REFINEMENTS = 5;

    private Planarity() {}

    /** The points of a mesh that {@link #residual} compares: x, y, x, y … */
    public static float[] points(FaceMesh mesh) {
        float[] points = new float[NUMBERS];
        for (int i = 0; i < POINTS.length; i++) {
            points[2 * i] = mesh.x(POINTS[i]);
            points[2 * i + 1] = mesh.y(POINTS[i]);
        }
        return points;
    }

    /**
     * The root mean square distance of the turned points from where the best homography takes the frontal ones, in eye
     * distances of the turned face.
     */
    public static double residual(float[] frontal, FaceMesh turned) {
        double[] from = normalised(frontal);
        double[] to = normalised(points(turned));
        double scale = spread(points(turned));
        return Math.sqrt(Homography.fit(from, to, REFINEMENTS).meanSquare(from, to)) * scale / turned.eyeDistance();
    }

    private static double[] normalised(float[] points) {
        double[] mean = mean(points);
        double spread = spread(points);
        double[] normalised = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            normalised[i] = (points[i] - mean[i % 2]) / spread;
        }
        return normalised;
    }

    private static double spread(float[] points) {
        double[] mean = mean(points);
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += (points[i] - mean[i % 2]) * (points[i] - mean[i % 2]);
        }
        return Math.sqrt(sum / points.length);
    }

    private static double[] mean(float[] points) {
        double[] mean = new double[2];
        for (int i = 0; i < points.length; i++) {
            mean[i % 2] += points[i];
        }
        return Arrays.stream(mean).map(sum -> 2 * sum / points.length).toArray();
    }
}
