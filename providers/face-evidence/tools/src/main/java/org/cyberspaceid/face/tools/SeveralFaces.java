package org.cyberspaceid.face.tools;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cyberspaceid.face.engine.DetectedFace;
import org.cyberspaceid.face.engine.image.RgbImage;

/** Whose face counts when a picture shows several. */
enum SeveralFaces {
    /** The large one in the middle: size² − 2 · distance², as FaceNet's alignment of LFW weighs them. */
    CENTRAL,
    /** The largest. */
    LARGEST,
    /** Nobody's. */
    REFUSE;

    private static final double WEIGHT = 2;

    Optional<DetectedFace> choose(List<DetectedFace> faces, RgbImage image) {
        return switch (this) {
            case CENTRAL -> faces.stream().max(Comparator.comparingDouble(face -> centrality(face, image)));
            case LARGEST -> faces.stream().max(Comparator.comparingDouble(DetectedFace::size));
            case REFUSE -> faces.size() == 1 ? Optional.of(faces.get(0)) : Optional.empty();
        };
    }

    private static double centrality(DetectedFace face, RgbImage image) {
        double dx = face.centerX() - image.width() / 2.0;
        double dy = face.centerY() - image.height() / 2.0;
        return face.size() * face.size() - WEIGHT * (dx * dx + dy * dy);
    }
}
