package org.cyberspaceid.face.engine.challenge;

import java.util.Optional;
import java.util.function.Supplier;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.FaceMesh;

/** What a frame shows. */
public sealed interface Observation {

    /** Nobody. */
    record NoFace() implements Observation {}

    /** More than one person. */
    record SeveralFaces() implements Observation {}

    /**
     * One person.
     *
     * @param brightness the picture's mean, 0…255
     * @param poor what makes a frontal picture worth little; looked for only when asked
     * @param embedding a unit vector, made only when asked for
     */
    record OneFace(FaceMesh mesh, double brightness, Supplier<Optional<Hint>> poor, Supplier<float[]> embedding)
            implements Observation {

        /** In a picture with nothing wrong. */
        public OneFace(FaceMesh mesh, double brightness, Supplier<float[]> embedding) {
            this(mesh, brightness, Optional::empty, embedding);
        }
    }
}
