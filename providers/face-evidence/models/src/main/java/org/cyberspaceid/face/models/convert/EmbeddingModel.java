package org.cyberspaceid.face.models.convert;

import static org.cyberspaceid.face.models.onnx.OnnxGraph.Attribute.of;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.cyberspaceid.face.models.onnx.OnnxGraph;
import org.cyberspaceid.face.models.onnx.Tensor;

/** Builds dlib's ResNet v1 (29 layers) from face-api's weights. The file carries no graph: the layers stand here. */
final class EmbeddingModel {
    private static final int SIZE = 150;
    private static final int DIMENSIONS = 128;

    private final Weights weights;
    private final OnnxGraph onnx = new OnnxGraph("embedding");

    EmbeddingModel(JsonNode manifest, byte[] weightsFile) {
        this.weights = Weights.read(manifest.path(0).path("weights"), weightsFile);
    }

    byte[] convert() {
        onnx.input("input", OnnxGraph.ANY, 3, SIZE, SIZE);
        String x = relu(convolution("input", "conv32_down", 2, "VALID"));
        x = onnx.node("MaxPool", List.of(x), of("kernel_shape", 3, 3), of("strides", 2, 2));
        x = units(x, "conv32", 3);
        x = units(down(x, "conv64_down", 32, false), "conv64", 3);
        x = units(down(x, "conv128_down", 64, false), "conv128", 2);
        x = units(down(x, "conv256_down", 128, true), "conv256", 2);
        x = down(x, "conv256_down_out", 0, true);
        x = onnx.node("ReduceMean", List.of(x), of("axes", 2, 3), of("keepdims", 0L));
        onnx.named("embedding", "MatMul", List.of(x, onnx.floats(weights.get("fc"))));
        onnx.output("embedding", OnnxGraph.ANY, DIMENSIONS);
        return onnx.toBytes();
    }

    private String units(String input, String name, int count) {
        String x = input;
        for (int i = 1; i <= count; i++) {
            x = unit(x, name + "_" + i);
        }
        return x;
    }

    private String unit(String x, String name) {
        String inner = relu(convolution(x, name + "/conv1", 1, "SAME_UPPER"));
        inner = convolution(inner, name + "/conv2", 1, "SAME_UPPER");
        return relu(onnx.node("Add", List.of(x, inner)));
    }

    /** Halves the picture. The short cut is an average pool; channels it lacks are zero, and a row and column the convolution lacks too. */
    private String down(String x, String name, int newChannels, boolean convolutionIsSmaller) {
        String inner = relu(convolution(x, name + "/conv1", 2, "VALID"));
        inner = convolution(inner, name + "/conv2", 1, "SAME_UPPER");
        if (convolutionIsSmaller) {
            inner = onnx.node("Pad", List.of(inner, onnx.integers(0, 0, 0, 0, 0, 0, 1, 1)));
        }
        String pooled = onnx.node("AveragePool", List.of(x), of("kernel_shape", 2, 2), of("strides", 2, 2));
        if (newChannels > 0) {
            pooled = onnx.node("Pad", List.of(pooled, onnx.integers(0, 0, 0, 0, 0, newChannels, 0, 0)));
        }
        return relu(onnx.node("Add", List.of(pooled, inner)));
    }

    /** A convolution with the per-channel scale that follows it folded in: (f·x + b)·s + t = (s·f)·x + (s·b + t). */
    private String convolution(String x, String name, int stride, String padding) {
        Tensor filters = weights.get(name + "/conv/filters").transpose(3, 2, 0, 1);
        float[] bias = weights.get(name + "/conv/bias").data();
        float[] scale = weights.get(name + "/scale/weights").data();
        float[] shift = weights.get(name + "/scale/biases").data();
        float[] foldedBias = new float[bias.length];
        float[] folded = filters.data();
        int perChannel = folded.length / bias.length;
        for (int channel = 0; channel < bias.length; channel++) {
            foldedBias[channel] = bias[channel] * scale[channel] + shift[channel];
            for (int i = 0; i < perChannel; i++) {
                folded[channel * perChannel + i] *= scale[channel];
            }
        }
        return onnx.node(
                "Conv",
                List.of(
                        x,
                        onnx.floats(new Tensor(filters.shape(), folded)),
                        onnx.floats(new Tensor(new int[] {bias.length}, foldedBias))),
                of("kernel_shape", filters.shape()[2], filters.shape()[3]),
                of("strides", stride, stride),
                of("auto_pad", padding));
    }

    private String relu(String x) {
        return onnx.node("Relu", List.of(x));
    }
}
