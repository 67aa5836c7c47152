package org.cyberspaceid.face.engine;

import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;

/** Lays the mesh on a face: once in the detector's box, once more in its own. */
final class MeshFinder implements AutoCloseable {
    private static final int EDGE = 192;
    private static final PixelForm FORM = PixelForm.rgbPlanes(0, 1 / 255f);
    private static final float MARGIN = 1.5f;
    private static final float MIN_FACE = 0.5f;

    private final Network network;

    MeshFinder(FaceModel model, int threads) {
        network = new Network(model, FaceNetwork.MESH, Network.INPUT, threads);
        network.requireInput(3, EDGE, EDGE);
        network.requireOutput("mesh", 3 * FaceMesh.SIZE);
        network.requireOutput("face", 1);
    }

    /** The mesh; empty when the network sees no face there. */
    Optional<FaceMesh> find(RgbImage image, DetectedFace face) {
        return find(image, Similarity.ofSquare(EDGE, face.centerX(), face.centerY(), face.size() * MARGIN, face.roll()))
                .flatMap(first -> find(image, around(first)));
    }

    private Optional<FaceMesh> find(RgbImage image, Similarity toImage) {
        Squares input = new Squares(EDGE, 1, FORM).add(image, toImage);
        Map<String, float[]> out = network.run(input.slice(0, 1), input.shape(1));
        return out.get("face")[0] >= MIN_FACE ? Optional.of(inImage(out.get("mesh"), toImage)) : Optional.empty();
    }

    private static FaceMesh inImage(float[] mesh, Similarity toImage) {
        float[] points = new float[mesh.length];
        for (int i = 0; i < mesh.length; i += 3) {
            points[i] = (float) toImage.x(mesh[i], mesh[i + 1]);
            points[i + 1] = (float) toImage.y(mesh[i], mesh[i + 1]);
            points[i + 2] = (float) (mesh[i + 2] * toImage.scale());
        }
        return new FaceMesh(points);
    }

    private static Similarity around(FaceMesh mesh) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int i = 0; i < FaceMesh.SIZE; i++) {
            left = Math.min(left, mesh.x(i));
            right = Math.max(right, mesh.x(i));
            top = Math.min(top, mesh.y(i));
            bottom = Math.max(bottom, mesh.y(i));
        }
        double roll = Math.atan2(
                mesh.y(FaceMesh.LEFT_EYE_OUTER) - mesh.y(FaceMesh.RIGHT_EYE_OUTER),
                mesh.x(FaceMesh.LEFT_EYE_OUTER) - mesh.x(FaceMesh.RIGHT_EYE_OUTER));
        double size = Math.max(right - left, bottom - top) * MARGIN;
        return Similarity.ofSquare(EDGE, (left + right) / 2, (top + bottom) / 2, size, roll);
    }

    @Override
    public void close() {
        network.close();
    }
}
