package org.cyberspaceid.face.models;

import java.util.Map;

/**
 * What a model's folder says of itself (providers/docs/face-models.md).
 *
 * @param model its name, kept with every embedding: two of different names are never compared
 * @param licence for the operator
 * @param networks the files of this folder; detector and mesh are the built-in ones where they are not among them
 */
public record ModelManifest(
        String model,
        String licence,
        Assurance assurance,
        Map<FaceNetwork, NetworkFile> networks,
        Chip chip,
        Embedding embedding,
        Similarities thresholds) {

    /** The manifest's name in the folder. */
    public static final String FILE = "manifest.json";

    /** The only version of the schema so far. */
    public static final int SCHEMA = 1;

    /** What stands for a network that comes with the engine. */
    public static final String BUILT_IN = "built-in";
}
