package org.cyberspaceid.clips;

import static org.cyberspaceid.face.models.onnx.OnnxGraph.Attribute.of;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.cyberspaceid.face.models.onnx.OnnxGraph;
import org.cyberspaceid.face.models.onnx.Tensor;

/**
 * A small network of the form of SFace (input {@code data} 1×3×112×112 BGR, output {@code fc1} 1×128): mean colours of 14 × 14 fields, each less its
 * channel's mean, projected at random. Not for use.
 */
final class SmallModel {
    static final int DIMENSIONS = 128;
    private static final int EDGE = 112;
    private static final int FIELD = 8;
    private static final int FIELDS = 3 * (EDGE / FIELD) * (EDGE / FIELD);

    private SmallModel() {}

    /** Writes network and manifest into a folder. */
    static void write(Path folder) throws IOException, NoSuchAlgorithmException {
        byte[] network = network();
        Files.write(folder.resolve("small.onnx"), network);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network));
        // The five points of ArcFace's and SFace's 112 × 112 chip: eyes, tip of the nose, corners of the mouth.
        Files.writeString(folder.resolve("manifest.json"), """
                {
                  "schema": 1,
                  "model": "small-112",
                  "licence": "Apache-2.0",
                  "assurance": "basic",
                  "networks": {
                    "detector": "built-in",
                    "mesh": "built-in",
                    "embedding": { "file": "small.onnx", "sha256": "%s" }
                  },
                  "chip": {
                    "edge": 112,
                    "layout": "NCHW",
                    "channels": "BGR",
                    "mean": [0, 0, 0],
                    "scale": [1, 1, 1],
                    "alignment": [
                      { "mesh": [33, 133], "at": [38.2946, 51.6963] },
                      { "mesh": [362, 263], "at": [73.5318, 51.5014] },
                      { "mesh": [1], "at": [56.0252, 71.7366] },
                      { "mesh": [61], "at": [41.5493, 92.3655] },
                      { "mesh": [291], "at": [70.7299, 92.2041] }
                    ]
                  },
                  "embedding": { "input": "data", "output": "fc1", "dimensions": 128 },
                  "thresholds": { "match": 0.9, "refer": 0.8, "same_face": 0.8, "other_face": 0.7 }
                }
                """.formatted(sha256));
    }

    private static byte[] network() {
        OnnxGraph graph = new OnnxGraph("small");
        graph.input("data", 1, 3, EDGE, EDGE);
        String mean = graph.node("ReduceMean", List.of("data"), of("axes", 2, 3), of("keepdims", 1L));
        String even = graph.node("Sub", List.of("data", mean));
        String fields =
                graph.node("AveragePool", List.of(even), of("kernel_shape", FIELD, FIELD), of("strides", FIELD, FIELD));
        String flat = graph.node("Reshape", List.of(fields, graph.integers(1, FIELDS)));
        Random random = new Random(112);
        float[] projection = new float[FIELDS * DIMENSIONS];
        for (int i = 0; i < projection.length; i++) {
            projection[i] = (float) random.nextGaussian();
        }
        graph.named(
                "fc1", "MatMul", List.of(flat, graph.floats(new Tensor(new int[] {FIELDS, DIMENSIONS}, projection))));
        graph.output("fc1", 1, DIMENSIONS);
        return graph.toBytes();
    }
}
