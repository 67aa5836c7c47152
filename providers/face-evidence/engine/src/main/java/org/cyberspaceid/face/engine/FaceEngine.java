package org.cyberspaceid.face.engine;

import java.util.List;
import java.util.Optional;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.ModelException;
import org.cyberspaceid.face.models.ModelManifest;

/** The three networks together. Safe for use by many threads; keeps nothing of what it sees. */
public final class FaceEngine implements AutoCloseable {
    /** A second face counts when it is at least this part of the first one's size: not people far behind. */
    private static final float BYSTANDER = 0.4f;

    /** Edge of the empty picture, pixels. */
    private static final int BLANK = 256;

    private final ModelManifest manifest;
    private final Detector detector;
    private final MeshFinder meshes;
    private final Embedder embedder;

    /** The default model. */
    public FaceEngine(int threads) {
        this(FaceModel.builtIn(), threads);
    }

    /**
     * Loads the networks.
     *
     * @param threads how many one call may use
     * @throws ModelException when a file is not, bit for bit, what the manifest names, or a network is not as it says
     */
    public FaceEngine(FaceModel model, int threads) {
        manifest = model.manifest();
        detector = new Detector(model, threads);
        meshes = new MeshFinder(model, threads);
        embedder = new Embedder(model, threads);
    }

    /** What the model says of itself. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** Runs every network once on an empty picture, so that what is set up at a first run is set up before anyone waits for it. */
    public void warmUp() {
        RgbImage empty = new RgbImage(BLANK, BLANK, new int[BLANK * BLANK]);
        detect(empty);
        mesh(empty, new DetectedFace(BLANK / 2f, BLANK / 2f, BLANK / 2f, 0, 0));
        embed(empty, embedder.alignedFace());
    }

    /** The faces that count, largest first. */
    public List<DetectedFace> detect(RgbImage image) {
        List<DetectedFace> faces = detector.detect(image);
        double largest = faces.stream().mapToDouble(DetectedFace::size).max().orElse(0);
        return faces.stream()
                .filter(face -> face.size() >= BYSTANDER * largest)
                .sorted((a, b) -> Float.compare(b.size(), a.size()))
                .toList();
    }

    /** The mesh of a detected face; empty when it is none after all. */
    public Optional<FaceMesh> mesh(RgbImage image, DetectedFace face) {
        return meshes.find(image, face);
    }

    /** A unit vector; compare by cosine. */
    public float[] embed(RgbImage image, FaceMesh mesh) {
        return embedder.embed(image, mesh);
    }

    @Override
    public void close() {
        detector.close();
        meshes.close();
        embedder.close();
    }
}
