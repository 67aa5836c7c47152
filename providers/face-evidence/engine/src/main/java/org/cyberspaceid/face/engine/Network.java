package org.cyberspaceid.face.engine;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.cyberspaceid.face.models.FaceModel;
import org.cyberspaceid.face.models.FaceNetwork;
import org.cyberspaceid.face.models.ModelException;
import org.cyberspaceid.face.models.ModelProblem;

/** One network, ready to run; for many threads. */
final class Network implements AutoCloseable {
    /** The input's name in the detector and the mesh. */
    static final String INPUT = "input";

    /** Any size. */
    static final long ANY = -1;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final FaceNetwork which;
    private final String inputName;
    private final OrtSession session;

    /**
     * Loads it.
     *
     * @param threads how many one run may use
     * @throws ModelException when its file is not the model's, or the run-time does not load it
     */
    Network(FaceModel model, FaceNetwork which, String inputName, int threads) {
        this.which = which;
        this.inputName = inputName;
        byte[] content = model.network(which);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            session = environment.createSession(content, options);
        } catch (OrtException e) {
            throw new ModelException(ModelProblem.NETWORK_UNUSABLE, which.field() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks the one input.
     *
     * @return its first size, the batch; {@link #ANY} when it is free
     * @throws ModelException when it has another name or shape, or there are more
     */
    long requireInput(long... shapeAfterBatch) {
        try {
            Map<String, NodeInfo> inputs = session.getInputInfo();
            require(inputs.size() == 1 && inputs.containsKey(inputName), "its one input must be " + inputName);
            long[] shape = shape(inputs.get(inputName));
            require(
                    shape.length == shapeAfterBatch.length + 1 && agree(tail(shape), shapeAfterBatch),
                    inputName + " is " + Arrays.toString(shape) + ", not n × " + Arrays.toString(shapeAfterBatch));
            require(shape[0] == 1 || shape[0] < 0, inputName + " must take one or any number at a time");
            return shape[0] < 0 ? ANY : shape[0];
        } catch (OrtException e) {
            throw new ModelException(ModelProblem.NETWORK_SHAPE, which.field() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks an output.
     *
     * @throws ModelException when it is not there, or has another shape
     */
    void requireOutput(String name, long... shapeAfterBatch) {
        try {
            NodeInfo output = session.getOutputInfo().get(name);
            require(output != null, "it has no output " + name);
            long[] shape = shape(output);
            require(
                    shape.length == shapeAfterBatch.length + 1 && agree(tail(shape), shapeAfterBatch),
                    name + " is " + Arrays.toString(shape) + ", not n × " + Arrays.toString(shapeAfterBatch));
        } catch (OrtException e) {
            throw new ModelException(ModelProblem.NETWORK_SHAPE, which.field() + ": " + e.getMessage(), e);
        }
    }

    private long[] shape(NodeInfo node) {
        require(node.getInfo() instanceof TensorInfo, node.getName() + " is no tensor");
        TensorInfo tensor = (TensorInfo) node.getInfo();
        require(tensor.type == OnnxJavaType.FLOAT, node.getName() + " has no 32-bit floats");
        return tensor.getShape();
    }

    private static long[] tail(long[] shape) {
        return Arrays.copyOfRange(shape, 1, shape.length);
    }

    /** Sizes that the network leaves free agree with any. */
    private static boolean agree(long[] sizes, long[] wanted) {
        return IntStream.range(0, wanted.length).allMatch(i -> sizes[i] < 0 || sizes[i] == wanted[i]);
    }

    private void require(boolean good, String otherwise) {
        if (!good) {
            throw new ModelException(ModelProblem.NETWORK_SHAPE, which.field() + ": " + otherwise);
        }
    }

    /** Runs it and returns every output by name. */
    Map<String, float[]> run(FloatBuffer pixels, long... shape) {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, pixels, shape);
                OrtSession.Result result = session.run(Map.of(inputName, input))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                FloatBuffer values = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] copy = new float[values.remaining()];
                values.get(copy);
                outputs.put(output.getKey(), copy);
            }
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException("A face network failed", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A face network does not close", e);
        }
    }
}
