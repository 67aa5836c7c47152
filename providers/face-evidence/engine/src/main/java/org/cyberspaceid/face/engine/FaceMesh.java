package org.cyberspaceid.face.engine;

/**
 * The 468 points of MediaPipe's face mesh: x, y in pixels of the image, z in the same measure, smaller towards the camera.
 *
 * @param points x0, y0, z0, x1, …
 */
public record FaceMesh(float[] points) {
    /** How many points. */
    public static final int SIZE = 468;

    static final int RIGHT_EYE_OUTER = 33;
    static final int LEFT_EYE_OUTER = 263;
    private static final int FOREHEAD = 10;
    private static final int CHIN = 152;
    private static final int RIGHT_CHEEK = 234;
    private static final int LEFT_CHEEK = 454;

    public float x(int point) {
        return points[3 * point];
    }

    public float y(int point) {
        return points[3 * point + 1];
    }

    public float z(int point) {
        return points[3 * point + 2];
    }

    /** The distance of the outer eye corners, pixels. */
    public double eyeDistance() {
        return Math.hypot(x(LEFT_EYE_OUTER) - x(RIGHT_EYE_OUTER), y(LEFT_EYE_OUTER) - y(RIGHT_EYE_OUTER));
    }

    /** How far the head is turned, degrees; positive towards the person's own left (the right of an image that is not mirrored). */
    public double yawDegrees() {
        return Math.toDegrees(Math.atan2(z(LEFT_CHEEK) - z(RIGHT_CHEEK), x(LEFT_CHEEK) - x(RIGHT_CHEEK)));
    }

    /** How far the head is raised or lowered, degrees; positive is raised. Foreheads slope: of a head held level it is about −8. */
    public double pitchDegrees() {
        return Math.toDegrees(Math.atan2(z(FOREHEAD) - z(CHIN), y(CHIN) - y(FOREHEAD)));
    }

    /** How far the eyes are off the level, degrees, clockwise in the picture. */
    public double rollDegrees() {
        return Math.toDegrees(
                Math.atan2(y(LEFT_EYE_OUTER) - y(RIGHT_EYE_OUTER), x(LEFT_EYE_OUTER) - x(RIGHT_EYE_OUTER)));
    }
}
