package org.cyberspaceid.face.engine;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.image.RgbImage;

/** One thing that a picture of a face must be, so that its embedding is worth comparing. */
interface Gate {

    /** What the person can do about it; empty when nothing is wrong. */
    Optional<Hint> problem(RgbImage image, FaceMesh mesh);

    /** The hint, if the condition holds. */
    static Optional<Hint> when(boolean wrong, Hint hint) {
        return wrong ? Optional.of(hint) : Optional.empty();
    }
}
