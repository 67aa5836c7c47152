package org.cyberspaceid.face.engine.image;

/** How a camera held the picture (Exif 2.32, 4.6.4, tag 0x0112), and how to set it upright. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    TRANSPOSED,
    TURNED_LEFT,
    TRANSVERSED,
    TURNED_RIGHT;

    /** The orientation of an Exif value; anything unknown counts as upright. */
    static Orientation ofExif(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    RgbImage upright(RgbImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        boolean turned = ordinal() >= TRANSPOSED.ordinal();
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
