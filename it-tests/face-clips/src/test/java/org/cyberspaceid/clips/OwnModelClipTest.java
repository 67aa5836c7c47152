package org.cyberspaceid.clips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.Vectors;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.FaceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of SFace's form (112 × 112, BGR, five points, one chip at a time) loads by its manifest alone and tells people apart. */
class OwnModelClipTest {
    @TempDir
    private Path folder;

    @Test
    void aModelWithFivePointsAnd112PixelsEmbedsRealFaces() throws Exception {
        SmallModel.write(folder);
        Map<Portrait, float[]> still = new HashMap<>();
        Map<Portrait, float[]> moved = new HashMap<>();
        try (FaceEngine engine = new FaceEngine(FaceModel.in(folder), 1)) {
            assertThat(engine.manifest().model()).isEqualTo("small-112");
            for (Portrait portrait : Portraits.all()) {
                still.put(portrait, embed(engine, TurnRenderer.frame(portrait, 0)));
                moved.put(portrait, embed(engine, TurnRenderer.frame(portrait, 4)));
            }
        }
        assertThat(still.values()).allMatch(embedding -> embedding.length == SmallModel.DIMENSIONS);
        List<String> mistaken = new ArrayList<>();
        still.forEach((person, embedding) -> {
            Portrait nearest = moved.keySet().stream()
                    .max((a, b) -> Double.compare(
                            Vectors.cosine(embedding, moved.get(a)), Vectors.cosine(embedding, moved.get(b))))
                    .orElseThrow();
            if (nearest != person) {
                mistaken.add(person + " for " + nearest);
            }
        });
        assertThat(mistaken).isEmpty();
    }

    private static float[] embed(FaceEngine engine, byte[] jpeg) {
        RgbImage image = RgbImage.of(Jpegs.read(jpeg));
        return engine.embed(
                image, engine.mesh(image, engine.detect(image).get(0)).orElseThrow());
    }
}
