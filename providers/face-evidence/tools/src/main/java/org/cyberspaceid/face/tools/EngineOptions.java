package org.cyberspaceid.face.tools;

import java.nio.file.Path;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.models.FaceModel;
import picocli.CommandLine.Option;

/** Which model, and how it is used. */
final class EngineOptions {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "A model's folder (providers/docs/face-models.md); the default model without it")
    private Path model;

    @Option(
            names = "--several-faces",
            paramLabel = "RULE",
            defaultValue = "CENTRAL",
            description = "When a picture shows several faces: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it."
                    + " CENTRAL is the usual practice with LFW, REFUSE is what the live service does")
    private SeveralFaces severalFaces;

    @Option(
            names = "--gates",
            description =
                    "Refuse pictures that the live check would not take: small, dark, glaring, turned, covered or blurred")
    private boolean gates;

    FaceModel model() {
        return model == null ? FaceModel.builtIn() : FaceModel.in(model);
    }

    SeveralFaces severalFaces() {
        return severalFaces;
    }

    boolean gates() {
        return gates;
    }

    /** One thread for each run: the pictures are what runs at the same time. */
    static FaceEngine engine(FaceModel model) {
        FaceEngine engine = new FaceEngine(model, 1);
        engine.warmUp();
        return engine;
    }
}
