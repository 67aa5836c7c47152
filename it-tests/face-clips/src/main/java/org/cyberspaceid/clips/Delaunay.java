package org.cyberspaceid.clips;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Delaunay triangulation of points in the plane (Bowyer–Watson). */
final class Delaunay {
    private final List<double[]> points;
    private List<int[]> triangles = new ArrayList<>();

    private Delaunay(List<double[]> points) {
        this.points = points;
    }

    /**
     * Triangulates.
     *
     * @param input x and y of each point (more numbers are ignored)
     * @return three indices into the input for each triangle
     */
    static List<int[]> triangulate(List<double[]> input) {
        List<double[]> points = new ArrayList<>(input);
        int n = input.size();
        // A triangle around everything, taken away at the end.
        points.add(new double[] {-1e5, -1e5});
        points.add(new double[] {1e5, -1e5});
        points.add(new double[] {0, 1e5});
        Delaunay delaunay = new Delaunay(points);
        delaunay.triangles.add(new int[] {n, n + 1, n + 2});
        for (int i = 0; i < n; i++) {
            delaunay.insert(i);
        }
        return delaunay.triangles.stream()
                .filter(t -> t[0] < n && t[1] < n && t[2] < n)
                .toList();
    }

    private void insert(int point) {
        List<int[]> kept = new ArrayList<>();
        Set<Long> border = new HashSet<>();
        for (int[] triangle : triangles) {
            if (circleHolds(triangle, points.get(point))) {
                for (int i = 0; i < 3; i++) {
                    toggle(border, triangle[i], triangle[(i + 1) % 3]);
                }
            } else {
                kept.add(triangle);
            }
        }
        border.forEach(edge -> kept.add(new int[] {(int) (edge >> 32), (int) (long) edge, point}));
        triangles = kept;
    }

    /** An edge met twice lies between two triangles that go; one met once is on the hole's border. */
    private static void toggle(Set<Long> border, int a, int b) {
        long edge = (long) Math.min(a, b) << 32 | Math.max(a, b);
        if (!border.remove(edge)) {
            border.add(edge);
        }
    }

    private boolean circleHolds(int[] triangle, double[] p) {
        double[] a = points.get(triangle[0]);
        double[] b = points.get(triangle[1]);
        double[] c = points.get(triangle[2]);
        double d = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]));
        if (d == 0) {
            return true;
        }
        double a2 = a[0] * a[0] + a[1] * a[1];
        double b2 = b[0] * b[0] + b[1] * b[1];
        double c2 = c[0] * c[0] + c[1] * c[1];
        double x = (a2 * (b[1] - c[1]) + b2 * (c[1] - a[1]) + c2 * (a[1] - b[1])) / d;
        double y = (a2 * (c[0] - b[0]) + b2 * (a[0] - c[0]) + c2 * (b[0] - a[0])) / d;
        return Math.hypot(p[0] - x, p[1] - y) < Math.hypot(a[0] - x, a[1] - y);
    }
}
