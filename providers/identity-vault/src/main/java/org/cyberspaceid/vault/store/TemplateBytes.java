package org.cyberspaceid.vault.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.cyberspaceid.core.face.FaceTemplate;

/** A template as bytes: version, model, how many numbers, 32-bit floats. */
final class TemplateBytes {
    private static final int VERSION = 1;

    private TemplateBytes() {}

    static byte[] write(FaceTemplate template) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(template.model());
            out.writeShort(template.embedding().length);
            for (float number : template.embedding()) {
                out.writeFloat(number);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote; the bytes are authenticated, so a failure is a fault of ours (or of an upgrade). */
    static FaceTemplate read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("a face template of another version");
            }
            String model = in.readUTF();
            float[] embedding = new float[in.readUnsignedShort()];
            for (int i = 0; i < embedding.length; i++) {
                embedding[i] = in.readFloat();
            }
            return new FaceTemplate(model, embedding);
        } catch (IOException truncated) {
            throw new IllegalStateException("a face template is cut off");
        }
    }
}
