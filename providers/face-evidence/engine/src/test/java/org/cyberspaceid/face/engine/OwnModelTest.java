package org.cyberspaceid.face.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.ModelException;
import org.cyberspaceid.face.models.ModelProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manifest says is what reaches the network: seen through a network whose embedding is its chip. */
class OwnModelTest {
    private static final int SIZE = 128;
    private static final int SCALE = 3;
    private static final int OFFSET = 12;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"NCHW, RGB, true", "NCHW, BGR, false", "NHWC, RGB, false", "NHWC, BGR, true"})
    void channelsAreInTheirOrderShiftedAndScaled(String layout, String channels, boolean anyBatch) throws Exception {
        ChipNetworks.write(folder, layout, channels, anyBatch);
        int[] pixels = new int[SIZE * SIZE];
        Arrays.fill(pixels, 200 << 16 | 100 << 8 | 50);
        float[] embedding = embed(new RgbImage(SIZE, SIZE, pixels));
        double[] expected = "RGB".equals(channels)
                ? new double[] {200 - 10, (100 - 20) * .5, (50 - 30) * .25}
                : new double[] {50 - 10, (100 - 20) * .5, (200 - 30) * .25};
        double length = Math.sqrt(Arrays.stream(expected).map(v -> v * v).sum()) * ChipNetworks.EDGE;
        for (int i = 0; i < ChipNetworks.DIMENSIONS; i++) {
            int channel = "NCHW".equals(layout) ? i / (ChipNetworks.EDGE * ChipNetworks.EDGE) : i % 3;
            assertThat((double) embedding[i]).isCloseTo(expected[channel] / length, within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void landmarksLieWhereTheManifestWantsThemAndTheMirrorImageCounts(boolean anyBatch) throws Exception {
        ChipNetworks.write(folder, "NCHW", "RGB", anyBatch);
        int[] pixels = new int[SIZE * SIZE];
        FaceMesh mesh = mesh();
        for (int[] landmark : ChipNetworks.LANDMARKS) {
            int x = OFFSET + SCALE * landmark[1];
            int y = OFFSET + SCALE * landmark[2];
            for (int i = 0; i < SCALE * SCALE; i++) {
                pixels[(y + i / SCALE) * SIZE + x + i % SCALE] = 0xFF0000;
            }
        }
        float[] embedding = embed(new RgbImage(SIZE, SIZE, pixels), mesh);
        float dark = embedding[0];
        for (int[] landmark : ChipNetworks.LANDMARKS) {
            for (int x : new int[] {landmark[1], ChipNetworks.EDGE - 1 - landmark[1]}) {
                assertThat(embedding[landmark[2] * ChipNetworks.EDGE + x]).isGreaterThan(dark + 0.05f);
            }
            assertThat(embedding[(landmark[2] + 2) * ChipNetworks.EDGE + landmark[1]])
                    .isEqualTo(dark);
        }
    }

    @Test
    void aNetworkThatIsNotAsTheManifestSaysIsRefused() throws Exception {
        for (List<?> change : List.of(
                List.of("/chip", "edge", 64),
                List.of("/embedding", "dimensions", 128),
                List.of("/embedding", "input", "input"),
                List.of("/embedding", "output", "embedding"))) {
            ObjectNode manifest = ChipNetworks.write(folder, "NCHW", "RGB", false);
            ((ObjectNode) manifest.at((String) change.get(0))).putPOJO((String) change.get(1), change.get(2));
            ChipNetworks.save(folder, manifest);
            assertThat(refused()).as(change.toString()).isEqualTo(ModelProblem.NETWORK_SHAPE);
        }
        ObjectNode manifest = ChipNetworks.write(folder, "NCHW", "RGB", false);
        ((ObjectNode) manifest.at("/chip")).put("layout", "NHWC");
        ChipNetworks.save(folder, manifest);
        assertThat(refused()).isEqualTo(ModelProblem.NETWORK_SHAPE);
    }

    @Test
    void whatTheRunTimeDoesNotLoadIsRefused() throws Exception {
        ObjectNode manifest = ChipNetworks.write(folder, "NCHW", "RGB", false);
        Files.write(folder.resolve("chip.onnx"), new byte[0]);
        ((ObjectNode) manifest.at("/networks/embedding"))
                .put("sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        ChipNetworks.save(folder, manifest);
        assertThat(refused()).isEqualTo(ModelProblem.NETWORK_UNUSABLE);
    }

    private ModelProblem refused() {
        ModelException refused = catchThrowableOfType(ModelException.class, () -> {
            try (FaceEngine engine = new FaceEngine(FaceModel.in(folder), 1)) {
                engine.warmUp();
            }
        });
        return refused.problem();
    }

    private float[] embed(RgbImage image) {
        return embed(image, mesh());
    }

    private float[] embed(RgbImage image, FaceMesh mesh) {
        try (FaceEngine engine = new FaceEngine(FaceModel.in(folder), 1)) {
            return engine.embed(image, mesh);
        }
    }

    /** The landmarks, larger and shifted. */
    private static FaceMesh mesh() {
        float[] points = new float[3 * FaceMesh.SIZE];
        for (int[] landmark : ChipNetworks.LANDMARKS) {
            points[3 * landmark[0]] = OFFSET + SCALE * (landmark[1] + 0.5f);
            points[3 * landmark[0] + 1] = OFFSET + SCALE * (landmark[2] + 0.5f);
        }
        return new FaceMesh(points);
    }
}
