package org.cyberspaceid.face.tools;

/** What came of a picture. */
sealed interface Reading {

    /**
     * An embedding.
     *
     * @param faces how many faces the picture shows
     * @param eyeDistance of the one that counted, pixels
     * @param millis for decoding, detecting, aligning and embedding
     */
    record Enrolled(float[] embedding, int faces, double eyeDistance, double millis) implements Reading {}

    /** A picture without a usable face: a failure to enrol (ISO/IEC 19795-1). */
    record NotEnrolled(String reason) implements Reading {}

    /** No picture: a mistake in the list, not a property of the model. */
    record NoFile(String reason) implements Reading {}
}
