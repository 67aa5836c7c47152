package org.cyberspaceid.face.models;

/** The networks of a model, as ONNX with 32-bit floats. */
public enum FaceNetwork {
    /**
     * BlazeFace, back camera: {@code input} 1×3×256×256 in −1…1; {@code scores_16} 1×512×1, {@code scores_32} 1×384×1 (logits),
     * {@code boxes_16} 1×512×16, {@code boxes_32} 1×384×16 (pixels relative to the anchor's centre).
     */
    DETECTOR("detector"),
    /** Face mesh: {@code input} 1×3×192×192 in 0…1; {@code mesh} 1×1404 (468 × x, y, z in pixels), {@code face} 1×1 (0…1). */
    MESH("mesh"),
    /** From an aligned chip to an embedding; sizes and names are the manifest's. */
    EMBEDDING("embedding");

    private final String field;

    FaceNetwork(String field) {
        this.field = field;
    }

    /** Its name in the manifest. */
    public String field() {
        return field;
    }

    /** The file's name in the folder of the default model. */
    public String file() {
        return field + ".onnx";
    }
}
