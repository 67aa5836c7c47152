package org.cyberspaceid.face.engine;

import java.util.List;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.AlignmentPoint;
import org.cyberspaceid.face.models.Chip;
import org.cyberspaceid.face.models.Embedding;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;

/**
 * Makes a unit vector of a face, as the model's manifest says: the chip by the similarity that takes five landmarks nearest to
 * their places, then the network, then the mean of the chip and its mirror image.
 */
final class Embedder implements AutoCloseable {
    private final Network network;
    private final Chip chip;
    private final Embedding ends;
    private final PixelForm form;
    private final boolean takesBoth;

    Embedder(FaceModel model, int threads) {
        chip = model.manifest().chip();
        ends = model.manifest().embedding();
        form = PixelForm.of(chip);
        network = new Network(model, FaceNetwork.EMBEDDING, ends.input(), threads);
        long[] shape = new Squares(chip.edge(), 0, form).shape(1);
        takesBoth = network.requireInput(shape[1], shape[2], shape[3]) == Network.ANY;
        network.requireOutput(ends.output(), ends.dimensions());
    }

    float[] embed(RgbImage image, FaceMesh mesh) {
        Squares both =
                new Squares(chip.edge(), 2, form).add(image, toImage(mesh)).addMirrored();
        float[] sum = new float[ends.dimensions()];
        // In one run where the network takes several at a time.
        int atOnce = takesBoth ? both.count() : 1;
        for (int first = 0; first < both.count(); first += atOnce) {
            float[] made =
                    network.run(both.slice(first, atOnce), both.shape(atOnce)).get(ends.output());
            for (int i = 0; i < made.length; i++) {
                sum[i % sum.length] += made[i];
            }
        }
        return Vectors.unit(sum);
    }

    /** A face that lies in a picture of the chip's size as it should; only the points that are looked at here are set. */
    FaceMesh alignedFace() {
        float[] points = new float[3 * FaceMesh.SIZE];
        for (AlignmentPoint landmark : chip.alignment()) {
            for (int point : landmark.mesh()) {
                points[3 * point] = (float) landmark.x();
                points[3 * point + 1] = (float) landmark.y();
            }
        }
        return new FaceMesh(points);
    }

    private Similarity toImage(FaceMesh mesh) {
        List<AlignmentPoint> landmarks = chip.alignment();
        double[] inChip = new double[2 * landmarks.size()];
        double[] inFace = new double[2 * landmarks.size()];
        for (int i = 0; i < landmarks.size(); i++) {
            AlignmentPoint landmark = landmarks.get(i);
            inChip[2 * i] = landmark.x();
            inChip[2 * i + 1] = landmark.y();
            for (int point : landmark.mesh()) {
                inFace[2 * i] += mesh.x(point) / (double) landmark.mesh().size();
                inFace[2 * i + 1] += mesh.y(point) / (double) landmark.mesh().size();
            }
        }
        return Similarity.fit(inFace, inChip).inverse();
    }

    @Override
    public void close() {
        network.close();
    }
}
