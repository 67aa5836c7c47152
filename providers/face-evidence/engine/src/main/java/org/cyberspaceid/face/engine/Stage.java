package org.cyberspaceid.face.engine;

/** What a frame or portrait goes through. */
public enum Stage {
    /** From bytes to pixels. */
    DECODE,
    /** Which faces are in the picture. */
    DETECT,
    /** The mesh of the face. */
    MESH,
    /** The face as numbers. */
    EMBED,
    /** What a certified service says of the frame; see {@link AttackDetection}. */
    ATTACK_DETECTION
}
