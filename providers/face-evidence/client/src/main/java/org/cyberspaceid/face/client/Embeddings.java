package org.cyberspaceid.face.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An embedding on the wire: 32-bit floats, little-endian. */
final class Embeddings {
    private Embeddings() {}

    static byte[] toBytes(float[] embedding) {
        ByteBuffer bytes = ByteBuffer.allocate(embedding.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding);
        return bytes.array();
    }

    static float[] fromBytes(byte[] bytes) {
        if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException("embedding");
        }
        float[] embedding = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(embedding);
        return embedding;
    }
}
