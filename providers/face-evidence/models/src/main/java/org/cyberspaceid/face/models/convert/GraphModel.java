package org.cyberspaceid.face.models.convert;

import static org.cyberspaceid.face.models.onnx.OnnxGraph.Attribute.of;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.face.models.onnx.OnnxGraph;
import org.cyberspaceid.face.models.onnx.Tensor;

/**
 * Converts a TensorFlow.js graph model to ONNX. Knows the operations the two MediaPipe networks use, and stops at any other.
 * Tensors with four axes are NHWC there and NCHW here; they are turned back before a reshape, which sees the order.
 */
final class GraphModel {
    private final JsonNode nodes;
    private final Weights weights;
    private final OnnxGraph onnx;
    /** TensorFlow's name of a tensor → ours. */
    private final Map<String, String> tensors = new HashMap<>();

    private final Map<String, int[]> shapes = new HashMap<>();

    GraphModel(String name, JsonNode model, byte[] weightsFile) {
        this.nodes = model.path("modelTopology").path("node");
        this.weights = Weights.read(model.path("weightsManifest").path(0).path("weights"), weightsFile);
        this.onnx = new OnnxGraph(name);
    }

    /** Converts, giving the named outputs of TensorFlow our names. */
    byte[] convert(Map<String, String> outputs) {
        for (JsonNode node : nodes) {
            if (!"Const".equals(op(node))) {
                tensors.put(node.path("name").asText(), add(node));
            }
        }
        outputs.forEach((theirs, ours) -> {
            onnx.named(ours, "Identity", List.of(tensors.get(theirs)));
            onnx.output(ours, shapes.get(tensors.get(theirs)));
        });
        return onnx.toBytes();
    }

    private String add(JsonNode node) {
        return switch (op(node)) {
            case "Placeholder" -> placeholder(node);
            case "_FusedConv2D" -> fusedConvolution(node);
            case "DepthwiseConv2dNative" -> depthwise(node);
            case "AddV2" -> onnx.node("Add", List.of(tensor(node, 0), tensor(node, 1)));
            case "Relu", "Sigmoid" -> onnx.node(op(node), List.of(tensor(node, 0)));
            case "Prelu" -> prelu(tensor(node, 0), constant(node, 1));
            case "MaxPool" -> maxPool(node);
            case "Pad" -> pad(node);
            case "Reshape" -> reshape(node);
            case "Identity" -> tensor(node, 0);
            default -> throw new IllegalStateException("operation " + op(node));
        };
    }

    private String placeholder(JsonNode node) {
        JsonNode dims = node.path("attr").path("shape").path("shape").path("dim");
        onnx.input(
                "input",
                1,
                dims.get(3).path("size").asInt(),
                dims.get(1).path("size").asInt(),
                dims.get(2).path("size").asInt());
        return "input";
    }

    private String fusedConvolution(JsonNode node) {
        Tensor filters = constant(node, 1).transpose(3, 2, 0, 1);
        String result = onnx.node(
                "Conv",
                List.of(tensor(node, 0), onnx.floats(filters), onnx.floats(constant(node, 2))),
                window(filters),
                strides(node),
                padding(node));
        for (JsonNode fused : node.path("attr").path("fused_ops").path("list").path("s")) {
            result = switch (text(fused)) {
                case "BiasAdd" -> result;
                case "Relu" -> onnx.node("Relu", List.of(result));
                case "Prelu" -> prelu(result, constant(node, 3));
                default -> throw new IllegalStateException("fused operation " + text(fused));
            };
        }
        return result;
    }

    private String depthwise(JsonNode node) {
        Tensor filters = constant(node, 1).transpose(2, 3, 0, 1);
        if (filters.shape()[1] != 1) {
            throw new IllegalStateException("depth multiplier");
        }
        return onnx.node(
                "Conv",
                List.of(tensor(node, 0), onnx.floats(filters)),
                window(filters),
                strides(node),
                padding(node),
                of("group", (long) filters.shape()[0]));
    }

    private String prelu(String input, Tensor slope) {
        int channels = slope.shape()[slope.shape().length - 1];
        return onnx.node("PRelu", List.of(input, onnx.floats(slope.reshape(channels, 1, 1))));
    }

    private String maxPool(JsonNode node) {
        long[] size = spatial(node, "ksize");
        return onnx.node("MaxPool", List.of(tensor(node, 0)), of("kernel_shape", size), strides(node), padding(node));
    }

    private String pad(JsonNode node) {
        // Rows of (before, after) for N, H, W, C.
        long[] p = constant(node, 1).integers();
        String pads = onnx.integers(p[0], p[6], p[2], p[4], p[1], p[7], p[3], p[5]);
        return onnx.node("Pad", List.of(tensor(node, 0), pads));
    }

    private String reshape(JsonNode node) {
        long[] shape = constant(node, 1).integers();
        int[] sizes = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            sizes[i] = i == 0 ? 1 : (int) shape[i];
        }
        shape[0] = 1;
        String nhwc = onnx.node("Transpose", List.of(tensor(node, 0)), of("perm", 0, 2, 3, 1));
        String result = onnx.node("Reshape", List.of(nhwc, onnx.integers(shape)));
        shapes.put(result, sizes);
        return result;
    }

    private static OnnxGraph.Attribute window(Tensor filters) {
        return of("kernel_shape", filters.shape()[2], filters.shape()[3]);
    }

    private static OnnxGraph.Attribute strides(JsonNode node) {
        return of("strides", spatial(node, "strides"));
    }

    private static OnnxGraph.Attribute padding(JsonNode node) {
        String padding = text(node.path("attr").path("padding").path("s"));
        return of("auto_pad", "SAME".equals(padding) ? "SAME_UPPER" : padding);
    }

    /** Height and width of an attribute that has one number for each of N, H, W, C. */
    private static long[] spatial(JsonNode node, String attribute) {
        JsonNode values = node.path("attr").path(attribute).path("list").path("i");
        return new long[] {values.get(1).asLong(), values.get(2).asLong()};
    }

    private String tensor(JsonNode node, int input) {
        return tensors.get(node.path("input").get(input).asText());
    }

    private Tensor constant(JsonNode node, int input) {
        return weights.get(node.path("input").get(input).asText());
    }

    private static String op(JsonNode node) {
        return node.path("op").asText();
    }

    private static String text(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.asText()), StandardCharsets.US_ASCII);
    }
}
