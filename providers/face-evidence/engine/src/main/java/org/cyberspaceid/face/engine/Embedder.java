package org.cyberspaceid.face.engine;

import java.nio.FloatBuffer;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.FaceNetwork;

/** Makes a unit vector of a face: dlib's five-point chip, ResNet, mean of the chip and its mirror image. */
final class Embedder implements AutoCloseable {
    static final String MODEL = "dlib-resnet-v1";
    static final int DIMENSIONS = 128;
    private static final int EDGE = 150;
    private static final double PADDING = 0.25;
    private static final float[] MEAN = {122.782f, 117.001f, 104.298f};
    /** Mesh points: outer and inner corner of the left eye, of the right eye, base of the nose. */
    private static final int[] POINTS = {263, 362, 33, 133, 2};
    /** Where dlib's mean face has them (dlib, get_face_chip_details, five landmarks). */
    private static final double[] MEAN_FACE = {
        .85957, .21350, .64606, .22897, .12058, .21373, .33409, .22906, .49011, .62780
    };

    private final Network network;

    Embedder(int threads) {
        network = new Network(FaceNetwork.EMBEDDING, threads);
    }

    float[] embed(RgbImage image, FaceMesh mesh) {
        Similarity toImage = chip(mesh);
        FloatBuffer input = Network.buffer(2 * 3 * EDGE * EDGE);
        Sampler.Scale scale = (channel, value) -> (value - MEAN[channel]) / 256;
        Sampler.sample(image, toImage, EDGE, false, scale, input);
        Sampler.sample(image, toImage, EDGE, true, scale, input);
        float[] both = network.run(input, 2, 3, EDGE, EDGE).get("embedding");
        float[] mean = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            mean[i] = both[i] + both[DIMENSIONS + i];
        }
        return Vectors.unit(mean);
    }

    /** The mean face across a picture of this edge; only the points that are looked at here are set. */
    static FaceMesh meanFace(int edge) {
        float[] points = new float[3 * FaceMesh.SIZE];
        for (int i = 0; i < MEAN_FACE.length; i++) {
            points[3 * POINTS[i / 2] + i % 2] = (float) MEAN_FACE[i] * edge;
        }
        return new FaceMesh(points);
    }

    private static Similarity chip(FaceMesh mesh) {
        double[] chip = new double[MEAN_FACE.length];
        double[] face = new double[MEAN_FACE.length];
        for (int i = 0; i < MEAN_FACE.length; i++) {
            chip[i] = (PADDING + MEAN_FACE[i]) / (1 + 2 * PADDING) * EDGE;
            face[i] = mesh.points()[3 * POINTS[i / 2] + i % 2];
        }
        return Similarity.fit(face, chip).inverse();
    }

    @Override
    public void close() {
        network.close();
    }
}
