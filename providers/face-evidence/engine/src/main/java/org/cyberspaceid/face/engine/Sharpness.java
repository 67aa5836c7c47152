package org.cyberspaceid.face.engine;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceService.Hint;
import org.cyberspaceid.face.engine.image.RgbImage;

/** Not blurred: the energy of the Laplacian over that of the brightness itself, within the face. */
record Sharpness(double least) implements Gate {
    /** Within these columns and rows of the level face there is no background. */
    private static final int LEFT = 16;

    private static final int RIGHT = 48;
    private static final int TOP = 14;
    private static final int BOTTOM = 54;

    @Override
    public Optional<Hint> problem(RgbImage image, FaceMesh mesh) {
        return Gate.when(measure(image, mesh) < least, Hint.BLURRED);
    }

    /** Higher is sharper; independent of the light. */
    static double measure(RgbImage image, FaceMesh mesh) {
        LevelFace face = new LevelFace(image, mesh);
        double edges = 0;
        double sum = 0;
        double squares = 0;
        for (int row = TOP; row < BOTTOM; row++) {
            for (int column = LEFT; column < RIGHT; column++) {
                double here = face.luma(column, row);
                double laplacian = face.luma(column - 1, row)
                        + face.luma(column + 1, row)
                        + face.luma(column, row - 1)
                        + face.luma(column, row + 1)
                        - 4 * here;
                edges += laplacian * laplacian;
                sum += here;
                squares += here * here;
            }
        }
        int seen = (BOTTOM - TOP) * (RIGHT - LEFT);
        double variance = squares / seen - sum / seen * sum / seen;
        // One grey level, so that an even area does not count as sharp.
        return edges / seen / (variance + 1);
    }
}
