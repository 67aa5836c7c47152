package org.cyberspaceid.face.engine;

import java.util.List;
import org.cyberspaceid.face.engine.challenge.Observation;
import org.cyberspaceid.face.engine.image.RgbImage;

/** Says what a picture shows, for the rules of the challenge. */
public final class FaceObserver {
    private final FaceEngine engine;

    public FaceObserver(FaceEngine engine) {
        this.engine = engine;
    }

    public Observation observe(RgbImage image) {
        List<DetectedFace> faces = engine.detect(image);
        if (faces.size() > 1) {
            return new Observation.SeveralFaces();
        }
        return faces.stream()
                .findFirst()
                .flatMap(face -> engine.mesh(image, face))
                .<Observation>map(mesh -> new Observation.OneFace(
                        mesh,
                        image.brightness(),
                        () -> QualityGates.problem(image, mesh),
                        () -> engine.embed(image, mesh)))
                .orElseGet(Observation.NoFace::new);
    }
}
