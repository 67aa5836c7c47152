package org.cyberspaceid.face.engine.challenge;

import org.cyberspaceid.face.engine.Planarity;
import org.cyberspaceid.face.engine.Vectors;

/**
 * What the frontal frames gave so far.
 *
 * @param frames how many
 * @param embeddingSum the sum of their embeddings
 * @param yawSum the sum of their yaws, degrees
 * @param points the last one's points for the planarity check
 * @param similarity of their mean to the reference, once all are there
 */
record Frontal(int frames, float[] embeddingSum, double yawSum, float[] points, double similarity) {
    static Frontal none(int dimensions) {
        return new Frontal(0, new float[dimensions], 0, new float[Planarity.NUMBERS], 0);
    }

    Frontal plus(Observation.OneFace face, float[] embedding) {
        return new Frontal(
                frames + 1,
                Vectors.sum(embeddingSum, embedding),
                yawSum + face.mesh().yawDegrees(),
                Planarity.points(face.mesh()),
                similarity);
    }

    Frontal matched(double toReference) {
        return new Frontal(frames, embeddingSum, yawSum, points, toReference);
    }

    /** Their mean as a unit vector. */
    float[] embedding() {
        return Vectors.unit(embeddingSum);
    }

    double yaw() {
        return yawSum / frames;
    }
}
