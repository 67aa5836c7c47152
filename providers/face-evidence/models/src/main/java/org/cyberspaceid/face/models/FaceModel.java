package org.cyberspaceid.face.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model: its manifest, and its networks, each checked bit for bit whenever it is read. */
public final class FaceModel {
    /** The default model and the name of its folder. */
    public static final String DEFAULT = "dlib-resnet-v1";

    private static final int LONGEST_MANIFEST = 64 * 1024;
    private static final int LARGEST_NETWORK = 768 * 1024 * 1024;

    private final ModelFiles files;
    private final ModelManifest manifest;

    private FaceModel(ModelFiles files) {
        this.files = files;
        this.manifest = ManifestReader.read(read(ModelManifest.FILE, LONGEST_MANIFEST, ModelProblem.FOLDER_UNREADABLE));
    }

    /** The default, from this jar. */
    public static FaceModel builtIn() {
        return new FaceModel(ModelFiles.builtIn());
    }

    /**
     * The model of a folder.
     *
     * @throws ModelException when there is none, or its manifest is not as it must be
     */
    public static FaceModel in(Path folder) {
        return new FaceModel(ModelFiles.in(folder));
    }

    public ModelManifest manifest() {
        return manifest;
    }

    /**
     * A network's file.
     *
     * @throws ModelException when it is not there, or not, bit for bit, the one that the manifest names
     */
    public byte[] network(FaceNetwork which) {
        NetworkFile named = manifest.networks().get(which);
        if (named == null) {
            return builtIn().network(which);
        }
        byte[] content = read(named.file(), LARGEST_NETWORK, ModelProblem.FILE_UNREADABLE);
        String sha256 = sha256(content);
        if (!sha256.equals(named.sha256())) {
            throw new ModelException(
                    ModelProblem.FILE_CHANGED,
                    named.file() + " has sha256 " + sha256 + ", the manifest says " + named.sha256());
        }
        return content;
    }

    private byte[] read(String name, int limit, ModelProblem otherwise) {
        try (InputStream in = files.open(name)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new ModelException(otherwise, name + " has more than " + limit + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new ModelException(otherwise, name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
