package org.cyberspaceid.face.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The default networks, as ONNX (opset 13, NCHW, 32-bit floats). */
public enum FaceNetwork {
    /**
     * BlazeFace, back camera: {@code input} 1×3×256×256 in −1…1; {@code scores_16} 1×512×1, {@code scores_32} 1×384×1 (logits),
     * {@code boxes_16} 1×512×16, {@code boxes_32} 1×384×16 (pixels relative to the anchor's centre).
     */
    DETECTOR("detector.onnx"),
    /** Face mesh: {@code input} 1×3×192×192 in 0…1; {@code mesh} 1×1404 (468 × x, y, z in pixels), {@code face} 1×1 (0…1). */
    MESH("mesh.onnx"),
    /** dlib's ResNet v1: {@code input} N×3×150×150, RGB, (x − mean)/256; {@code embedding} N×128. */
    EMBEDDING("embedding.onnx");

    private final String file;

    FaceNetwork(String file) {
        this.file = file;
    }

    /** The file's name beside this class. */
    public String file() {
        return file;
    }

    /** The whole model. */
    public byte[] bytes() {
        try (InputStream in = FaceNetwork.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " was not built");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
