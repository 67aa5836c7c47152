package org.cyberspaceid.face.models.onnx;

import java.util.Arrays;

/** A dense tensor; integers (shapes, paddings) are kept as floats, which hold them exactly. */
public record Tensor(int[] shape, float[] data) {
    /** Checks that shape and data agree. */
    public Tensor {
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != data.length) {
            throw new IllegalArgumentException("shape and data differ");
        }
    }

    /** The axes in another order: axis i of the result is axis {@code axes[i]} of this. */
    public Tensor transpose(int... axes) {
        int[] turned = Arrays.stream(axes).map(a -> shape[a]).toArray();
        int[] strides = strides();
        float[] result = new float[data.length];
        int[] index = new int[axes.length];
        for (int at = 0; at < result.length; at++) {
            int from = 0;
            for (int i = 0; i < axes.length; i++) {
                from += index[i] * strides[axes[i]];
            }
            result[at] = data[from];
            advance(index, turned);
        }
        return new Tensor(turned, result);
    }

    /** The same data in another shape. */
    public Tensor reshape(int... newShape) {
        return new Tensor(newShape, data);
    }

    /** The data as integers. */
    public long[] integers() {
        long[] integers = new long[data.length];
        for (int i = 0; i < data.length; i++) {
            integers[i] = (long) data[i];
        }
        return integers;
    }

    private int[] strides() {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    private static void advance(int[] index, int[] shape) {
        for (int i = shape.length - 1; i >= 0; i--) {
            if (++index[i] < shape[i]) {
                return;
            }
            index[i] = 0;
        }
    }
}
