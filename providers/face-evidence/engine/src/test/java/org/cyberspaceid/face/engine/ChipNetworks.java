package org.cyberspaceid.face.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.cyberspaceid.face.models.onnx.OnnxGraph;

/** A model whose embedding is its chip, so that a test sees what reaches a network. */
final class ChipNetworks {
    static final int EDGE = 32;
    static final int DIMENSIONS = 3 * EDGE * EDGE;

    /** Five mesh points, and where they belong in the chip. */
    static final int[][] LANDMARKS = {{33, 9, 10}, {263, 22, 10}, {1, 15, 16}, {61, 10, 22}, {291, 21, 22}};

    private ChipNetworks() {}

    /** Writes network and manifest; a batch of one unless the network takes any. */
    static ObjectNode write(Path folder, String layout, String channels, boolean anyBatch) throws Exception {
        int batch = anyBatch ? OnnxGraph.ANY : 1;
        OnnxGraph graph = new OnnxGraph("chip");
        if ("NCHW".equals(layout)) {
            graph.input("data", batch, 3, EDGE, EDGE);
        } else {
            graph.input("data", batch, EDGE, EDGE, 3);
        }
        graph.named("fc1", "Reshape", List.of("data", graph.integers(-1, DIMENSIONS)));
        graph.output("fc1", batch, DIMENSIONS);
        byte[] network = graph.toBytes();
        Files.write(folder.resolve("chip.onnx"), network);
        ObjectNode manifest = manifest(layout, channels);
        ((ObjectNode) manifest.at("/networks"))
                .putObject("embedding")
                .put("file", "chip.onnx")
                .put(
                        "sha256",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(network)));
        save(folder, manifest);
        return manifest;
    }

    static void save(Path folder, ObjectNode manifest) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), manifest.toString());
    }

    private static ObjectNode manifest(String layout, String channels) {
        ObjectNode manifest = new ObjectMapper().createObjectNode();
        manifest.put("schema", 1)
                .put("model", "chip")
                .put("licence", "Apache-2.0")
                .put("assurance", "basic");
        manifest.putObject("networks").put("detector", "built-in").put("mesh", "built-in");
        ObjectNode chip = manifest.putObject("chip");
        chip.put("edge", EDGE).put("layout", layout).put("channels", channels);
        chip.putArray("mean").add(10).add(20).add(30);
        chip.putArray("scale").add(1).add(0.5).add(0.25);
        ArrayNode alignment = chip.putArray("alignment");
        for (int[] landmark : LANDMARKS) {
            ObjectNode point = alignment.addObject();
            point.putArray("mesh").add(landmark[0]);
            // A pixel's middle is at one half.
            point.putArray("at").add(landmark[1] + 0.5).add(landmark[2] + 0.5);
        }
        manifest.putObject("embedding")
                .put("input", "data")
                .put("output", "fc1")
                .put("dimensions", DIMENSIONS);
        manifest.putObject("thresholds")
                .put("match", 0.36)
                .put("refer", 0.3)
                .put("same_face", 0.34)
                .put("other_face", 0.2);
        return manifest;
    }
}
