package org.cyberspaceid.face.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;

/** BlazeFace, back camera: anchors at strides 16 (two a cell) and 32 (six a cell). */
final class Detector implements AutoCloseable {
    private static final int EDGE = 256;
    private static final PixelForm FORM = PixelForm.rgbPlanes(127.5f, 1 / 127.5f);
    private static final int FLOATS_PER_BOX = 16;
    private static final float MIN_LOGIT = 0; // a score of one half
    private static final float MAX_OVERLAP = 0.3f;

    private final Network network;

    Detector(FaceModel model, int threads) {
        network = new Network(model, FaceNetwork.DETECTOR, Network.INPUT, threads);
        network.requireInput(3, EDGE, EDGE);
        network.requireOutput("scores_16", 512, 1);
        network.requireOutput("boxes_16", 512, FLOATS_PER_BOX);
        network.requireOutput("scores_32", 384, 1);
        network.requireOutput("boxes_32", 384, FLOATS_PER_BOX);
    }

    /** The faces, best first. */
    List<DetectedFace> detect(RgbImage image) {
        int longer = Math.max(image.width(), image.height());
        Similarity toImage = Similarity.ofSquare(EDGE, image.width() / 2.0, image.height() / 2.0, longer, 0);
        Squares input = new Squares(EDGE, 1, FORM).add(image, toImage);
        Map<String, float[]> out = network.run(input.slice(0, 1), input.shape(1));
        List<DetectedFace> found = new ArrayList<>();
        read(out.get("scores_16"), out.get("boxes_16"), 16, 2, toImage, found);
        read(out.get("scores_32"), out.get("boxes_32"), 32, 6, toImage, found);
        return suppressed(found);
    }

    private static void read(
            float[] scores, float[] boxes, int stride, int perCell, Similarity toImage, List<DetectedFace> found) {
        int cells = EDGE / stride;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= MIN_LOGIT) {
                int cell = i / perCell;
                int column = cell % cells;
                int row = cell / cells;
                float anchorX = (column + 0.5f) * stride;
                float anchorY = (row + 0.5f) * stride;
                found.add(face(boxes, i * FLOATS_PER_BOX, anchorX, anchorY, scores[i], toImage));
            }
        }
    }

    /** A box: centre, width, height, then right eye, left eye, nose, mouth, ears as x, y. */
    private static DetectedFace face(
            float[] box, int at, float anchorX, float anchorY, float logit, Similarity toImage) {
        double x = anchorX + box[at];
        double y = anchorY + box[at + 1];
        double size = Math.max(box[at + 2], box[at + 3]) * toImage.scale();
        double roll = Math.atan2(box[at + 7] - box[at + 5], box[at + 6] - box[at + 4]);
        double score = 1 / (1 + Math.exp(-logit));
        return new DetectedFace(
                (float) toImage.x(x, y), (float) toImage.y(x, y), (float) size, (float) roll, (float) score);
    }

    private static List<DetectedFace> suppressed(List<DetectedFace> found) {
        found.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
        List<DetectedFace> kept = new ArrayList<>();
        for (DetectedFace face : found) {
            if (kept.stream().noneMatch(other -> other.overlap(face) > MAX_OVERLAP)) {
                kept.add(face);
            }
        }
        return kept;
    }

    @Override
    public void close() {
        network.close();
    }
}
