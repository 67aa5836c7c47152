package org.cyberspaceid.face.models.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the npm packages and the SHA-256 it must have: npm checks the package, this checks what we read from it. */
enum Source {
    DETECTOR_GRAPH(
            "@vladmandic/human/models/blazeface.json",
            "cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f"),
    DETECTOR_WEIGHTS(
            "@vladmandic/human/models/blazeface.bin",
            "dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72"),
    MESH_GRAPH(
            "@vladmandic/human/models/facemesh.json",
            "b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7"),
    MESH_WEIGHTS(
            "@vladmandic/human/models/facemesh.bin",
            "3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b"),
    EMBEDDING_MANIFEST(
            "@vladmandic/face-api/model/face_recognition_model-weights_manifest.json",
            "cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b"),
    EMBEDDING_WEIGHTS(
            "@vladmandic/face-api/model/face_recognition_model.bin",
            "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589");

    private final String file;
    private final String sha256;

    Source(String file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    Path in(Path nodeModules) {
        return nodeModules.resolve(file);
    }

    /** Reads it, or stops the build when it is not what was reviewed. */
    byte[] read(Path nodeModules) throws IOException {
        byte[] bytes = Files.readAllBytes(in(nodeModules));
        if (!sha256(bytes).equals(sha256)) {
            throw new IllegalStateException(file + " is not the file that was reviewed");
        }
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
