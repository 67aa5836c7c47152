package org.cyberspaceid.face.engine.challenge;

import java.util.function.Supplier;
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
     * @param embedding a unit vector, made only when asked for
     */
    record OneFace(FaceMesh mesh, double brightness, Supplier<float[]> embedding) implements Observation {}
}
