package org.cyberspaceid.clips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.FaceMesh;
import org.cyberspaceid.face.engine.QualityGates;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each gate takes every good frame, and finds its own fault in it. */
class QualityGatesTest {
    private static final FaceEngine ENGINE = new FaceEngine(1);
    /** Gaussian, standard deviation in pixels of a frame whose eyes are some 90 apart. */
    private static final double BLUR = 6;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static List<Portrait> everybody() {
        return Portraits.all();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aGoodFrameHasNothingWrong(Portrait portrait) {
        assertThat(problem(portrait, image -> image)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aBlurredOneIsToBeTakenAgain(Portrait portrait) {
        assertThat(problem(portrait, image -> blurred(image, BLUR))).contains(Hint.BLURRED);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aDarkFaceWantsLightAndAGlaringOneLess(Portrait portrait) {
        assertThat(problem(portrait, image -> new RescaleOp(0.15f, 0, null).filter(image, null)))
                .contains(Hint.MORE_LIGHT);
        float white = 255 / highlight(portrait) * 2.6f;
        assertThat(problem(portrait, image -> new RescaleOp(white, 0, null).filter(image, null)))
                .contains(Hint.LESS_LIGHT);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aTiltedHeadIsToBeHeldUpright(Portrait portrait) {
        assertThat(problem(portrait, image -> turned(image, Math.toRadians(28))))
                .contains(Hint.HEAD_UPRIGHT);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void sunglassesAndAMaskAreToBeTakenOff(Portrait portrait) {
        RgbImage frame = frame(portrait);
        FaceMesh mesh = mesh(frame);
        float size = (float) mesh.eyeDistance();
        BufferedImage glasses = frame.toBufferedImage();
        fill(
                glasses,
                new Color(20, 20, 22),
                mesh.x(33) - size * .1f,
                mesh.y(33) - size * .15f,
                size * 1.2f,
                size * .4f);
        assertThat(QualityGates.problem(RgbImage.of(glasses), mesh)).contains(Hint.UNCOVER_FACE);
        BufferedImage mask = frame.toBufferedImage();
        fill(mask, new Color(140, 190, 225), mesh.x(33), mesh.y(1), size, size);
        assertThat(QualityGates.problem(RgbImage.of(mask), mesh)).contains(Hint.UNCOVER_FACE);
    }

    @Test
    void oneFarAwayIsToComeCloserAndOneWhoTurnsToLookStraight() {
        Portrait someone = Portraits.all().get(0);
        assertThat(problem(someone, image -> smaller(image, 0.3))).contains(Hint.COME_CLOSER);
        RgbImage turned = RgbImage.of(Jpegs.read(TurnRenderer.frame(someone, 32)));
        assertThat(QualityGates.problem(turned, mesh(turned))).contains(Hint.LOOK_STRAIGHT);
    }

    private static Optional<Hint> problem(Portrait portrait, UnaryOperator<BufferedImage> fault) {
        RgbImage good = frame(portrait);
        BufferedImage changed = fault.apply(good.toBufferedImage());
        RgbImage image = RgbImage.of(changed);
        return QualityGates.problem(
                image,
                ENGINE.detect(image).stream()
                        .findFirst()
                        .flatMap(face -> ENGINE.mesh(image, face))
                        .orElseGet(() -> mesh(good)));
    }

    private static RgbImage frame(Portrait portrait) {
        return RgbImage.of(Jpegs.read(TurnRenderer.frame(portrait, 0)));
    }

    private static FaceMesh mesh(RgbImage image) {
        return ENGINE.mesh(image, ENGINE.detect(image).get(0)).orElseThrow();
    }

    /** The brightest place of the nose's bridge and cheeks, which a lamp would make white first. */
    private static float highlight(Portrait portrait) {
        RgbImage image = frame(portrait);
        FaceMesh mesh = mesh(image);
        float brightest = 1;
        for (int point : new int[] {6, 197, 50, 280, 151}) {
            int pixel = image.pixels()[Math.round(mesh.y(point)) * image.width() + Math.round(mesh.x(point))];
            brightest = Math.max(brightest, pixel >> 8 & 0xFF);
        }
        return brightest;
    }

    private static BufferedImage blurred(BufferedImage image, double deviation) {
        int radius = (int) Math.ceil(3 * deviation);
        float[] bell = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            bell[i + radius] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += bell[i + radius];
        }
        for (int i = 0; i < bell.length; i++) {
            bell[i] /= sum;
        }
        BufferedImage rows =
                new ConvolveOp(new Kernel(bell.length, 1, bell), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        return new ConvolveOp(new Kernel(1, bell.length, bell), ConvolveOp.EDGE_NO_OP, null).filter(rows, null);
    }

    private static BufferedImage turned(BufferedImage image, double radians) {
        BufferedImage turned = Studio.plain(image.getWidth(), image.getHeight());
        Graphics2D graphics = turned.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(radians, image.getWidth() / 2.0, image.getHeight() / 2.0);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage smaller(BufferedImage image, double factor) {
        BufferedImage smaller = Studio.plain(image.getWidth(), image.getHeight());
        TurnRenderer.draw(smaller, image, image.getWidth() / 2, (int) (image.getHeight() * factor));
        return smaller;
    }

    private static void fill(BufferedImage image, Color color, float x, float y, float width, float height) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
        graphics.dispose();
    }
}
