package org.cyberspaceid.face.engine;

import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.image.RgbImage;

/**
 * What a frontal picture must be before its embedding counts. Where the limits come from: providers/docs/face-evaluation.md.
 */
public final class QualityGates {
    /** The least distance of the outer eye corners, pixels. */
    public static final double EYE_DISTANCE = 40;

    private static final List<Gate> FRONTAL = List.of(
            (image, mesh) -> Gate.when(mesh.eyeDistance() < EYE_DISTANCE, Hint.COME_CLOSER),
            new Exposure(45, 0.15),
            new Pose(20, 25, 20),
            new Uncovered(0.3, 28),
            new Sharpness(0.08));

    private QualityGates() {}

    /** The first thing that is wrong with a frontal picture, as what the person can do about it. */
    public static Optional<Hint> problem(RgbImage image, FaceMesh mesh) {
        return FRONTAL.stream()
                .flatMap(gate -> gate.problem(image, mesh).stream())
                .findFirst();
    }
}
