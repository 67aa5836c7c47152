package org.cyberspaceid.face.models;

import java.util.Locale;

/** Why a model's folder is refused. The codes are stable; providers/docs/face-models.md lists them. */
public enum ModelProblem {
    /** The folder or its manifest is not there or cannot be read. */
    FOLDER_UNREADABLE,
    /** The manifest is not one JSON object, or names a field twice. */
    MANIFEST_MALFORMED,
    /** A field that the schema does not have. */
    FIELD_UNKNOWN,
    /** A field that must be there. */
    FIELD_MISSING,
    /** A field whose value is of another type, or outside what is allowed. */
    FIELD_INVALID,
    /** A file that the manifest names is not there or cannot be read. */
    FILE_UNREADABLE,
    /** A file is not, bit for bit, the one the manifest names. */
    FILE_CHANGED,
    /** A network that the run-time does not load. */
    NETWORK_UNUSABLE,
    /** A network whose inputs or outputs are not those of the manifest. */
    NETWORK_SHAPE;

    /** For example {@code face_model_file_changed}. */
    public String code() {
        return "face_model_" + name().toLowerCase(Locale.ROOT);
    }
}
