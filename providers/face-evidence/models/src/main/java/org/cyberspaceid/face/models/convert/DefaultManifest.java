package org.cyberspaceid.face.models.convert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;
import org.cyberspaceid.face.models.ModelManifest;

/** The default model's manifest: what dlib's ResNet v1 wants, and the networks the build just made. */
final class DefaultManifest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int EDGE = 150;
    private static final double PADDING = 0.25;
    /** Mesh points: outer and inner corner of the left eye, of the right eye, base of the nose. */
    private static final int[] POINTS = {263, 362, 33, 133, 2};
    /** Where dlib's mean face has them (dlib, get_face_chip_details, five landmarks). */
    private static final double[] MEAN_FACE = {
        .85957, .21350, .64606, .22897, .12058, .21373, .33409, .22906, .49011, .62780
    };
    /** dlib's mean colour, and its 1/256. */
    private static final double[] MEAN = {122.782, 117.001, 104.298};

    private static final double SCALE = 1.0 / 256;

    /** Thousandths: the mean face has five decimals, the chip a hundred pixels for its one. */
    private static final double ROUND = 1_000;

    private DefaultManifest() {}

    /** Writes it; each network's sha256 is of the file beside it. */
    static byte[] json(Map<FaceNetwork, String> sha256) throws IOException {
        ObjectNode top = JSON.createObjectNode();
        top.put("schema", ModelManifest.SCHEMA);
        top.put("model", FaceModel.DEFAULT);
        top.put(
                "licence",
                "dlib face recognition ResNet v1: public domain; MediaPipe BlazeFace and face mesh: Apache-2.0;"
                        + " see NOTICE.md");
        top.put("assurance", "basic");
        ObjectNode networks = top.putObject("networks");
        for (FaceNetwork network : FaceNetwork.values()) {
            networks.putObject(network.field()).put("file", network.file()).put("sha256", sha256.get(network));
        }
        chip(top.putObject("chip"));
        top.putObject("embedding")
                .put("input", "input")
                .put("output", "embedding")
                .put("dimensions", 128);
        // Measured on LFW's 6,000 pairs.
        top.putObject("thresholds")
                .put("match", .937)
                .put("refer", .92)
                .put("same_face", .93)
                .put("other_face", .90);
        return JSON.writeValueAsBytes(top);
    }

    private static void chip(ObjectNode chip) {
        chip.put("edge", EDGE).put("layout", "NCHW").put("channels", "RGB");
        ArrayNode mean = chip.putArray("mean");
        ArrayNode scale = chip.putArray("scale");
        for (double channel : MEAN) {
            mean.add(channel);
            scale.add(SCALE);
        }
        ArrayNode alignment = chip.putArray("alignment");
        for (int i = 0; i < POINTS.length; i++) {
            ObjectNode point = alignment.addObject();
            point.putArray("mesh").add(POINTS[i]);
            point.putArray("at").add(inChip(MEAN_FACE[2 * i])).add(inChip(MEAN_FACE[2 * i + 1]));
        }
    }

    private static double inChip(double meanFace) {
        return Math.round((PADDING + meanFace) / (1 + 2 * PADDING) * EDGE * ROUND) / ROUND;
    }
}
