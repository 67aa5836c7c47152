package org.cyberspaceid.face.models;

/**
 * Cosines of embeddings that decide; they belong to a model, and to how it is used: the mean of the chip and its mirror image.
 *
 * @param match from here on the same person
 * @param refer from here to {@code match} a person has to look
 * @param sameFace a later frame of a live challenge: good enough to go on
 * @param otherFace below it somebody else is there
 */
public record Similarities(double match, double refer, double sameFace, double otherFace) {

    /** The two that decide, replaced by a deployer's. */
    public Similarities withMatch(double newMatch, double newRefer) {
        return new Similarities(newMatch, newRefer, sameFace, otherFace);
    }
}
