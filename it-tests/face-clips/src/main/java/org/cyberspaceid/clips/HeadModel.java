package org.cyberspaceid.clips;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A portrait as a surface: the face's mesh, around it rings at the depth of the ears that turn less and less, and the border of
 * the picture, which stays.
 */
final class HeadModel {
    private static final int MESH = 468;
    private static final int RIGHT_CHEEK = 234;
    private static final int LEFT_CHEEK = 454;
    private static final int RING = 36;
    /** Distance from the middle of the face (face widths) and how much of the turn reaches there. */
    private static final double[][] RINGS = {{0.72, 0.9}, {0.95, 0.45}};

    private static final int BORDER = 8;

    /** x, y, z, part of the turn. */
    private final List<double[]> points = new ArrayList<>();

    private final List<int[]> triangles;
    private final double axisX;
    private final double axisZ;
    private final double baseYaw;

    HeadModel(Portrait portrait) {
        ByteBuffer mesh = ByteBuffer.wrap(Portraits.resource(portrait.id() + ".mesh"));
        for (int i = 0; i < MESH; i++) {
            points.add(new double[] {mesh.getFloat(), mesh.getFloat(), mesh.getFloat(), 1});
        }
        double[] right = points.get(RIGHT_CHEEK);
        double[] left = points.get(LEFT_CHEEK);
        axisX = (right[0] + left[0]) / 2;
        axisZ = (right[2] + left[2]) / 2;
        baseYaw = Math.atan2(left[2] - right[2], left[0] - right[0]);
        addRings(Math.hypot(left[0] - right[0], left[2] - right[2]), (right[1] + left[1]) / 2);
        addBorder();
        triangles = Delaunay.triangulate(points);
    }

    private void addRings(double faceWidth, double middleY) {
        for (double[] ring : RINGS) {
            for (int i = 0; i < RING; i++) {
                double angle = 2 * Math.PI * i / RING;
                double x = axisX + ring[0] * faceWidth * Math.cos(angle);
                double y = middleY + ring[0] * faceWidth * 1.25 * Math.sin(angle);
                points.add(new double[] {x, y, axisZ, ring[1]});
            }
        }
    }

    private void addBorder() {
        for (int i = 0; i <= BORDER; i++) {
            double x = (Studio.PORTRAIT_WIDTH - 1.0) * i / BORDER;
            double y = (Studio.PORTRAIT_HEIGHT - 1.0) * i / BORDER;
            points.add(new double[] {x, 0, axisZ, 0});
            points.add(new double[] {x, Studio.PORTRAIT_HEIGHT - 1.0, axisZ, 0});
            if (i > 0 && i < BORDER) {
                points.add(new double[] {0, y, axisZ, 0});
                points.add(new double[] {Studio.PORTRAIT_WIDTH - 1.0, y, axisZ, 0});
            }
        }
    }

    List<int[]> triangles() {
        return triangles;
    }

    List<double[]> points() {
        return points;
    }

    /** The points when the head looks this way; 0 is straight into the camera, positive the person's own left. */
    List<double[]> turnedTo(double yawDegrees) {
        double turn = Math.toRadians(yawDegrees) - baseYaw;
        return points.stream().map(p -> turned(p, turn * p[3])).toList();
    }

    private double[] turned(double[] p, double angle) {
        double x = p[0] - axisX;
        double z = p[2] - axisZ;
        return new double[] {
            axisX + x * Math.cos(angle) - z * Math.sin(angle), p[1], axisZ + x * Math.sin(angle) + z * Math.cos(angle)
        };
    }
}
