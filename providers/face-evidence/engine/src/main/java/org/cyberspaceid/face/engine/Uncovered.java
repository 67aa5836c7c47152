package org.cyberspaceid.face.engine;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.image.RgbImage;

/**
 * Signs that something covers the face: eyes that are dark as behind sunglasses, or a mouth that has another colour than skin, as a
 * mask has. A hint, not a detector: a black mask may look like a beard and passes.
 *
 * @param leastEyes the least brightness of the eyes' surroundings, as a part of the skin's
 * @param mostHue the largest difference of colour between mouth and skin
 */
record Uncovered(double leastEyes, double mostHue) implements Gate {
    /** Below the eyes and on the forehead, above any mask. */
    private static final int[] SKIN = {117, 346, 151, 9};
    /** Corners of the right eye, of the left eye. */
    private static final int[] EYES = {33, 133, 362, 263};
    /** Below the nose, beside the mouth, the chin. */
    private static final int[] MOUTH = {164, 57, 287, 18, 200};
    /** In eye distances. */
    private static final double SMALL = 0.05;

    private static final double EYE = 0.12;
    /** A mask that is darker than this part of the skin's brightness may be a beard. */
    private static final double BEARD = 0.7;

    @Override
    public Optional<Hint> problem(RgbImage image, FaceMesh mesh) {
        return Gate.when(eyes(image, mesh) < leastEyes || mouth(image, mesh) > mostHue, Hint.UNCOVER_FACE);
    }

    /** The eyes' brightness as a part of the skin's. */
    static double eyes(RgbImage image, FaceMesh mesh) {
        double[] middles = new double[EYES.length];
        for (int eye = 0; eye < 2; eye++) {
            middles[2 * eye] = (mesh.x(EYES[2 * eye]) + mesh.x(EYES[2 * eye + 1])) / 2;
            middles[2 * eye + 1] = (mesh.y(EYES[2 * eye]) + mesh.y(EYES[2 * eye + 1])) / 2;
        }
        double size = mesh.eyeDistance();
        return Colour.around(image, middles, EYE * size).luma()
                / (skin(image, mesh).luma() + 1);
    }

    /** How far the mouth's surroundings are from the skin's colour; 0 where they are dark, as a beard. */
    static double mouth(RgbImage image, FaceMesh mesh) {
        Colour skin = skin(image, mesh);
        Colour mouth = Colour.around(image, places(mesh, MOUTH), SMALL * mesh.eyeDistance());
        return mouth.luma() < BEARD * skin.luma() ? 0 : mouth.hueDistance(skin);
    }

    private static Colour skin(RgbImage image, FaceMesh mesh) {
        return Colour.around(image, places(mesh, SKIN), SMALL * mesh.eyeDistance());
    }

    private static double[] places(FaceMesh mesh, int[] points) {
        double[] places = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            places[2 * i] = mesh.x(points[i]);
            places[2 * i + 1] = mesh.y(points[i]);
        }
        return places;
    }
}
