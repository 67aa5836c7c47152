package org.cyberspaceid.face.engine;

import java.util.List;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;
import org.cyberspaceid.face.engine.image.RgbImage;

/** The three networks together. Safe for use by many threads; keeps nothing of what it sees. */
public final class FaceEngine implements AutoCloseable {
    /** The name of the embedding's model, as in {@link FaceTemplate#model()}. */
    public static final String MODEL = Embedder.MODEL;

    /** The length of its embeddings. */
    public static final int DIMENSIONS = Embedder.DIMENSIONS;

    /** A second face counts when it is at least this part of the first one's size: not people far behind. */
    private static final float BYSTANDER = 0.4f;

    /** Edge of the empty picture, pixels. */
    private static final int BLANK = 256;

    private final Detector detector;
    private final MeshFinder meshes;
    private final Embedder embedder;

    /**
     * Loads the networks.
     *
     * @param threads how many one call may use
     */
    public FaceEngine(int threads) {
        detector = new Detector(threads);
        meshes = new MeshFinder(threads);
        embedder = new Embedder(threads);
    }

    /** Runs every network once on an empty picture, so that what is set up at a first run is set up before anyone waits for it. */
    public void warmUp() {
        RgbImage empty = new RgbImage(BLANK, BLANK, new int[BLANK * BLANK]);
        detect(empty);
        mesh(empty, new DetectedFace(BLANK / 2f, BLANK / 2f, BLANK / 2f, 0, 0));
        embed(empty, Embedder.meanFace(BLANK));
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
