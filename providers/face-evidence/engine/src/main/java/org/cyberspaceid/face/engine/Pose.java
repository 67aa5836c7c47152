package org.cyberspaceid.face.engine;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.image.RgbImage;

/**
 * Looking into the camera, upright.
 *
 * @param yaw the most, to either side, degrees
 * @param pitch the most, up or down, degrees
 * @param roll the most, to either side, degrees
 */
record Pose(double yaw, double pitch, double roll) implements Gate {
    /** The pitch of a head held level, degrees: the mean of the portraits at hand. */
    private static final double LEVEL = -8;

    @Override
    public Optional<Hint> problem(RgbImage image, FaceMesh mesh) {
        return Gate.when(
                        Math.abs(mesh.yawDegrees()) > yaw || Math.abs(mesh.pitchDegrees() - LEVEL) > pitch,
                        Hint.LOOK_STRAIGHT)
                .or(() -> Gate.when(Math.abs(mesh.rollDegrees()) > roll, Hint.HEAD_UPRIGHT));
    }
}
