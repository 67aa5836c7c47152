package org.cyberspaceid.face.engine;

import java.util.Arrays;
import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.image.RgbImage;

/**
 * Neither too dark nor too bright, judged in the face and not by its mean, which would depend on the skin: its lightest places
 * must have some light, and few may be white.
 *
 * @param leastHighlight the least brightness of the lightest twentieth, 0…255
 * @param mostWhite the largest share of the face that may be white
 */
record Exposure(double leastHighlight, double mostWhite) implements Gate {
    private static final int WHITE = 250;
    private static final int LEFT = 14;
    private static final int RIGHT = 50;
    private static final int TOP = 10;
    private static final int BOTTOM = 56;
    private static final int TWENTIETH = 20;

    @Override
    public Optional<Hint> problem(RgbImage image, FaceMesh mesh) {
        float[] sorted = sorted(new LevelFace(image, mesh));
        return Gate.when(highlight(sorted) < leastHighlight, Hint.MORE_LIGHT)
                .or(() -> Gate.when(white(sorted) > mostWhite, Hint.LESS_LIGHT));
    }

    static double highlight(float[] sorted) {
        return sorted[sorted.length - sorted.length / TWENTIETH];
    }

    static double white(float[] sorted) {
        int white = 0;
        while (white < sorted.length && sorted[sorted.length - 1 - white] >= WHITE) {
            white++;
        }
        return (double) white / sorted.length;
    }

    static float[] sorted(LevelFace face) {
        float[] luma = new float[(BOTTOM - TOP) * (RIGHT - LEFT)];
        int at = 0;
        for (int row = TOP; row < BOTTOM; row++) {
            for (int column = LEFT; column < RIGHT; column++) {
                luma[at++] = face.luma(column, row);
            }
        }
        Arrays.sort(luma);
        return luma;
    }
}
