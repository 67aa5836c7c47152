package org.cyberspaceid.face.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.DetectedFace;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.FaceMesh;
import org.cyberspaceid.face.engine.QualityGates;
import org.cyberspaceid.face.engine.image.RgbImage;

/** From a file to an embedding, as the service does it. For many threads. */
final class PictureReader {
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final double NANOS = 1e6;

    private final FaceEngine engine;
    private final SeveralFaces severalFaces;
    private final boolean gates;

    PictureReader(FaceEngine engine, SeveralFaces severalFaces, boolean gates) {
        this.engine = engine;
        this.severalFaces = severalFaces;
        this.gates = gates;
    }

    Reading read(Path file) {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            return new Reading.NoFile(Files.exists(file) ? "cannot be read" : "not there");
        }
        long begin = System.nanoTime();
        return Pictures.decode(content)
                .map(image -> read(image, begin))
                .orElseGet(() -> new Reading.NotEnrolled("undecodable"));
    }

    private Reading read(RgbImage image, long begin) {
        List<DetectedFace> faces = engine.detect(image);
        Optional<DetectedFace> chosen = severalFaces.choose(faces, image);
        if (chosen.isEmpty()) {
            return new Reading.NotEnrolled(faces.isEmpty() ? "no_face" : "several_faces");
        }
        Optional<FaceMesh> mesh = engine.mesh(image, chosen.get());
        if (mesh.isEmpty()) {
            return new Reading.NotEnrolled("no_face");
        }
        Optional<Hint> poor = gates ? QualityGates.problem(image, mesh.get()) : Optional.empty();
        if (poor.isPresent()) {
            return new Reading.NotEnrolled("gate_" + poor.get().name().toLowerCase(Locale.ROOT));
        }
        float[] embedding = engine.embed(image, mesh.get());
        return new Reading.Enrolled(
                embedding, faces.size(), mesh.get().eyeDistance(), (System.nanoTime() - begin) / NANOS);
    }
}
