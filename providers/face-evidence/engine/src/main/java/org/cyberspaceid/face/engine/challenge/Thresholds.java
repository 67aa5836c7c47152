package org.cyberspaceid.face.engine.challenge;

import java.time.Duration;
import org.cyberspaceid.face.models.Similarities;

/**
 * What a live face must reach. Similarities are cosines of embeddings and belong to one model.
 *
 * @param match frontal frames and reference: the same person
 * @param undecided from here to {@code match} a person has to look
 * @param sameFace a later frame and the frontal ones: good enough to go on
 * @param otherFace below it somebody else is there
 * @param turnDegrees a head turn
 * @param frontalDegrees how far off straight still counts as straight
 * @param planarity the least homography residual of a turn, eye distances
 * @param eyeDistance the least distance of the outer eye corners, pixels
 * @param brightness the least mean of the picture, 0…255
 * @param firstStep time to find the right place before the camera
 * @param step time for each later step
 */
public record Thresholds(
        double match,
        double undecided,
        double sameFace,
        double otherFace,
        double turnDegrees,
        double frontalDegrees,
        double planarity,
        double eyeDistance,
        double brightness,
        Duration firstStep,
        Duration step) {

    /** For {@code dlib-resnet-v1}; measured on LFW's pairs. */
    public static final Thresholds DEFAULT =
            new Thresholds(.937, .92, .93, .90, 12, 12, .045, 40, 30, Duration.ofSeconds(30), Duration.ofSeconds(15));

    /** The same with the similarities that belong to the embedding's model. */
    public Thresholds with(Similarities model) {
        return new Thresholds(
                model.match(),
                model.refer(),
                model.sameFace(),
                model.otherFace(),
                turnDegrees,
                frontalDegrees,
                planarity,
                eyeDistance,
                brightness,
                firstStep,
                step);
    }
}
