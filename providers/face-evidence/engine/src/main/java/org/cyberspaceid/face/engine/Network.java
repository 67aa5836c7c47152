package org.cyberspaceid.face.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.cyberspaceid.face.models.FaceNetwork;

/** One network, ready to run; for many threads. */
final class Network implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Network(FaceNetwork network, int threads) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            session = environment.createSession(network.bytes(), options);
        } catch (OrtException e) {
            throw new IllegalStateException("The network " + network + " does not load", e);
        }
    }

    /** A buffer for an input of this many floats. */
    static FloatBuffer buffer(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Runs it and returns every output by name. */
    Map<String, float[]> run(FloatBuffer filled, long... shape) {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, filled.flip(), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
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
