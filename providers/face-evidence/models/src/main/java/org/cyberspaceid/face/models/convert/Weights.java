package org.cyberspaceid.face.models.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.cyberspaceid.face.models.onnx.Tensor;

/** The weights of a TensorFlow.js model: a manifest that names them, and one file that holds them one after another. */
final class Weights {
    private final Map<String, Tensor> tensors = new HashMap<>();

    private Weights() {}

    /** Reads them all; the file must end where the last one ends. */
    static Weights read(JsonNode manifest, byte[] file) {
        Weights weights = new Weights();
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode entry : manifest) {
            weights.tensors.put(entry.path("name").asText(), tensor(entry, data));
        }
        if (data.hasRemaining()) {
            throw new IllegalStateException("the weights file is longer than its manifest says");
        }
        return weights;
    }

    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("no weights " + name);
        }
        return tensor;
    }

    private static Tensor tensor(JsonNode entry, ByteBuffer data) {
        int[] shape = new int[entry.path("shape").size()];
        int size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.path("shape").get(i).asInt();
            size *= shape[i];
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = value(entry, data);
        }
        return new Tensor(shape, values);
    }

    private static float value(JsonNode entry, ByteBuffer data) {
        JsonNode quantization = entry.path("quantization");
        String stored = quantization.path("dtype").asText(entry.path("dtype").asText());
        return switch (stored) {
            case "float32" -> data.getFloat();
            case "int32" -> data.getInt();
            case "float16" -> halfToFloat(data.getShort());
            case "uint8" ->
                (float) (Byte.toUnsignedInt(data.get())
                                * quantization.path("scale").asDouble()
                        + quantization.path("min").asDouble());
            default -> throw new IllegalStateException("weights of type " + stored);
        };
    }

    /** IEEE 754 binary16. */
    static float halfToFloat(short half) {
        int sign = (half & 0x8000) == 0 ? 1 : -1;
        int exponent = half >> 10 & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F) {
            throw new IllegalStateException("weights that are no numbers");
        }
        return exponent == 0
                ? sign * Math.scalb((float) fraction, -24)
                : sign * Math.scalb((float) (fraction + 0x400), exponent - 25);
    }
}
