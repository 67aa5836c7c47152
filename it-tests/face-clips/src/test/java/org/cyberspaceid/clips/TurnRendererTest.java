package org.cyberspaceid.clips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.FaceMesh;
import org.cyberspaceid.face.engine.Planarity;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.engine.image.UntrustedImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnRendererTest {
    private static final FaceEngine ENGINE = new FaceEngine(1);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static List<Portrait> portraits() {
        return Portraits.all();
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void theEngineMeasuresTheTurnThatWasRendered(Portrait portrait) {
        List<Double> measured = new ArrayList<>();
        for (int yaw = -30; yaw <= 30; yaw += 10) {
            measured.add(mesh(TurnRenderer.frame(portrait, yaw)).yawDegrees());
        }
        assertThat(measured).isSorted();
        assertThat(measured.get(3)).isBetween(-8.0, 8.0);
        assertThat(measured.get(0) - measured.get(3)).isLessThan(-15);
        assertThat(measured.get(6) - measured.get(3)).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("portraits")
    void aTurnedHeadHasDepthAndATiltedPhotoHasNone(Portrait portrait) {
        float[] frontal = Planarity.points(mesh(TurnRenderer.frame(portrait, 0)));
        for (int yaw : new int[] {-30, 30}) {
            assertThat(Planarity.residual(frontal, mesh(TurnRenderer.frame(portrait, yaw))))
                    .isGreaterThan(0.05);
            assertThat(Planarity.residual(frontal, mesh(Attacks.tiltedPhoto(portrait, yaw))))
                    .isLessThan(0.02);
        }
    }

    @Test
    void thereAreEightPeopleWithLargeFaces() {
        assertThat(Portraits.all()).hasSizeGreaterThanOrEqualTo(8);
        for (Portrait portrait : Portraits.all()) {
            assertThat(mesh(portrait.jpeg()).eyeDistance()).isGreaterThan(60);
        }
    }

    private static FaceMesh mesh(byte[] jpeg) {
        RgbImage image = UntrustedImages.decode(jpeg, 1 << 20).orElseThrow();
        return ENGINE.detect(image).stream()
                .findFirst()
                .flatMap(face -> ENGINE.mesh(image, face))
                .orElseThrow();
    }
}
