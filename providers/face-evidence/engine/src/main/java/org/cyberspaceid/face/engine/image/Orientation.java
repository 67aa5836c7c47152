package org.cyberspaceid.face.engine.image;

import java.util.Arrays;

/** How a camera held the picture (Exif 2.32, 4.6.4, tag 0x0112), and how to set it upright. */
enum Orientation {
    UPRIGHT(1, false),
    MIRRORED(2, false),
    UPSIDE_DOWN(3, false),
    UPSIDE_DOWN_MIRRORED(4, false),
    TRANSPOSED(5, true),
    TURNED_LEFT(6, true),
    TRANSVERSED(7, true),
    TURNED_RIGHT(8, true);

    private final int exif;
    private final boolean turned;

    Orientation(int exif, boolean turned) {
        this.exif = exif;
        this.turned = turned;
    }

    /** The orientation of an Exif value; anything unknown counts as upright. */
    static Orientation ofExif(int value) {
        return Arrays.stream(values())
                .filter(orientation -> orientation.exif == value)
                .findFirst()
                .orElse(UPRIGHT);
    }

    RgbImage upright(RgbImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int width = turned ? image.height() : image.width();
        int height = turned ? image.width() : image.height();
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = image.pixels()[source(x, y, image.width(), image.height())];
            }
        }
        return new RgbImage(width, height, pixels);
    }

    /** The index in the stored picture of the pixel that belongs at (x, y). */
    private int source(int x, int y, int w, int h) {
        return switch (this) {
            case UPRIGHT -> y * w + x;
            case MIRRORED -> y * w + (w - 1 - x);
            case UPSIDE_DOWN -> (h - 1 - y) * w + (w - 1 - x);
            case UPSIDE_DOWN_MIRRORED -> (h - 1 - y) * w + x;
            case TRANSPOSED -> x * w + y;
            case TURNED_LEFT -> (h - 1 - x) * w + y;
            case TRANSVERSED -> (h - 1 - x) * w + (w - 1 - y);
            case TURNED_RIGHT -> x * w + (w - 1 - y);
        };
    }
}
