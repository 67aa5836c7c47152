package org.cyberspaceid.face.engine;

import org.cyberspaceid.face.engine.image.RgbImage;

/**
 * The brightness of a face, set level and to one size: 64 × 64, the outer eye corners 28 pixels apart. That is smaller than any face
 * that counts, so that only what was in the picture is measured and nothing that enlarging makes.
 */
final class LevelFace {
    static final int EDGE = 64;

    private static final double EYES_APART = 28;
    private static final double EYES_Y = 22;

    private final float[] luma = new float[EDGE * EDGE];

    LevelFace(RgbImage image, FaceMesh mesh) {
        Similarity toImage = toImage(mesh);
        RgbImage source = image;
        double shrink = 1;
        while (toImage.scale() / shrink >= 2) {
            source = source.halved();
            shrink *= 2;
        }
        float[] rgb = new float[3];
        for (int i = 0; i < luma.length; i++) {
            double column = i % EDGE + 0.5;
            double row = i / EDGE + 0.5;
            Bilinear.sample(source, toImage.x(column, row) / shrink - 0.5, toImage.y(column, row) / shrink - 0.5, rgb);
            luma[i] = Colour.luma(rgb);
        }
    }

    /** Rec. 601 luma, 0…255. */
    float luma(int column, int row) {
        return luma[row * EDGE + column];
    }

    private static Similarity toImage(FaceMesh mesh) {
        double[] inImage = {
            mesh.x(FaceMesh.RIGHT_EYE_OUTER), mesh.y(FaceMesh.RIGHT_EYE_OUTER),
            mesh.x(FaceMesh.LEFT_EYE_OUTER), mesh.y(FaceMesh.LEFT_EYE_OUTER)
        };
        double left = (EDGE - EYES_APART) / 2;
        return Similarity.fit(new double[] {left, EYES_Y, left + EYES_APART, EYES_Y}, inImage);
    }
}
