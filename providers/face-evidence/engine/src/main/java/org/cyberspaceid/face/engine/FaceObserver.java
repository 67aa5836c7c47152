package org.cyberspaceid.face.engine;

import java.util.List;
import org.cyberspaceid.face.engine.challenge.Observation;
import org.cyberspaceid.face.engine.image.RgbImage;

/** Says what a picture shows, for the rules of the challenge. */
public final class FaceObserver {
    private final FaceEngine engine;
    private final Stages stages;

    /** An observer whose work is not measured. */
    public FaceObserver(FaceEngine engine) {
        this(engine, Stages.UNMEASURED);
    }

    /** An observer. */
    public FaceObserver(FaceEngine engine, Stages stages) {
        this.engine = engine;
        this.stages = stages;
    }

    public Observation observe(RgbImage image) {
        List<DetectedFace> faces = stages.get(Stage.DETECT, () -> engine.detect(image));
        if (faces.size() > 1) {
            return new Observation.SeveralFaces();
        }
        return faces.stream()
                .findFirst()
                .flatMap(face -> stages.get(Stage.MESH, () -> engine.mesh(image, face)))
                .<Observation>map(mesh -> new Observation.OneFace(
                        mesh,
                        image.brightness(),
                        () -> QualityGates.problem(image, mesh),
                        () -> stages.get(Stage.EMBED, () -> engine.embed(image, mesh))))
                .orElseGet(Observation.NoFace::new);
    }
}
