package org.cyberspaceid.face.models.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Builds an ONNX model (onnx.proto3, IR version 7, opset 13). Field numbers are those of the message each method names. */
public final class OnnxGraph {
    /** A size that is free at run time. */
    public static final int ANY = -1;

    private static final int IR_VERSION = 7;
    private static final int OPSET = 13;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Protobuf graph = new Protobuf();
    private int names;

    /** An empty graph. */
    public OnnxGraph(String name) {
        graph.text(2, name);
    }

    /** An attribute of a node (AttributeProto). */
    public static final class Attribute {
        private final Protobuf message;

        private Attribute(Protobuf message) {
            this.message = message;
        }

        /** An integer. */
        public static Attribute of(String name, long value) {
            return new Attribute(new Protobuf().text(1, name).number(3, value).number(20, 2));
        }

        /** Text. */
        public static Attribute of(String name, String value) {
            return new Attribute(new Protobuf().text(1, name).text(4, value).number(20, 3));
        }

        /** Integers. */
        public static Attribute of(String name, long... values) {
            Protobuf message = new Protobuf().text(1, name).number(20, 7);
            Arrays.stream(values).forEach(value -> message.number(8, value));
            return new Attribute(message);
        }
    }

    /** Adds an operation with one output and returns the output's name (NodeProto). */
    public String node(String operation, List<String> inputs, Attribute... attributes) {
        return named(fresh(), operation, inputs, attributes);
    }

    /** The same, the output named by the caller. */
    public String named(String output, String operation, List<String> inputs, Attribute... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(4, operation);
        Arrays.stream(attributes).forEach(attribute -> node.message(5, attribute.message));
        graph.message(1, node);
        return output;
    }

    /** Adds constant floats (TensorProto). */
    public String floats(Tensor tensor) {
        ByteBuffer raw = ByteBuffer.allocate(tensor.data().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(tensor.data());
        return initializer(FLOAT, tensor.shape(), raw);
    }

    /** Adds a constant vector of integers. */
    public String integers(long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return initializer(INT64, new int[] {values.length}, raw);
    }

    /** Declares an input of floats. */
    public void input(String name, int... shape) {
        graph.message(11, value(name, shape));
    }

    /** Declares an output of floats. */
    public void output(String name, int... shape) {
        graph.message(12, value(name, shape));
    }

    /** The whole file (ModelProto). */
    public byte[] toBytes() {
        return new Protobuf()
                .number(1, IR_VERSION)
                .text(2, "cyberspace-id")
                .message(7, graph)
                .message(8, new Protobuf().number(2, OPSET))
                .toBytes();
    }

    private String initializer(int type, int[] shape, ByteBuffer raw) {
        String name = fresh();
        Protobuf tensor = new Protobuf();
        Arrays.stream(shape).forEach(size -> tensor.number(1, size));
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw.array()));
        return name;
    }

    private static Protobuf value(String name, int... shape) {
        Protobuf dimensions = new Protobuf();
        for (int size : shape) {
            Protobuf dimension = new Protobuf();
            dimensions.message(1, size == ANY ? dimension.text(2, "n") : dimension.number(1, size));
        }
        Protobuf tensorType = new Protobuf().number(1, FLOAT).message(2, dimensions);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensorType));
    }

    private String fresh() {
        return "t" + names++;
    }
}
