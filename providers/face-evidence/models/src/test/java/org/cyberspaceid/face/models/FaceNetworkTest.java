package org.cyberspaceid.face.models;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceNetworkTest {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

    @Test
    void theDetectorScoresEveryAnchor() throws OrtException {
        Map<String, long[]> shapes = run(FaceNetwork.DETECTOR, 1, 3, 256, 256);
        assertThat(shapes.get("scores_16")).containsExactly(1, 512, 1);
        assertThat(shapes.get("scores_32")).containsExactly(1, 384, 1);
        assertThat(shapes.get("boxes_16")).containsExactly(1, 512, 16);
        assertThat(shapes.get("boxes_32")).containsExactly(1, 384, 16);
    }

    @Test
    void theMeshHas468Points() throws OrtException {
        Map<String, long[]> shapes = run(FaceNetwork.MESH, 1, 3, 192, 192);
        assertThat(shapes.get("mesh")).containsExactly(1, 1404);
        assertThat(shapes.get("face")).containsExactly(1, 1);
    }

    @Test
    void theEmbeddingTakesSeveralChipsAtOnce() throws OrtException {
        assertThat(run(FaceNetwork.EMBEDDING, 2, 3, 150, 150).get("embedding")).containsExactly(2, 128);
    }

    private Map<String, long[]> run(FaceNetwork network, long... shape) throws OrtException {
        int size = (int) (shape[0] * shape[1] * shape[2] * shape[3]);
        try (OrtSession session = environment.createSession(FaceModel.builtIn().network(network));
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.allocate(size), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            Map<String, long[]> shapes = new HashMap<>();
            for (var output : result) {
                shapes.put(output.getKey(), ((TensorInfo) output.getValue().getInfo()).getShape());
            }
            return shapes;
        }
    }
}
