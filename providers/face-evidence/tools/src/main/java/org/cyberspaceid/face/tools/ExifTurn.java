package org.cyberspaceid.face.tools;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.cyberspaceid.face.engine.image.RgbImage;

/** How a camera held a large photo (Exif 2.32, 4.6.4, tag 0x0112): the three turns that cameras write. */
enum ExifTurn {
    NONE,
    HALF,
    LEFT,
    RIGHT;

    private static final int SEARCHED = 64 * 1024;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;
    private static final String MARK = "Exif\0\0";

    /** Of a JPEG's bytes; none where they do not say. */
    static ExifTurn of(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, SEARCHED), StandardCharsets.ISO_8859_1);
        int mark = head.indexOf(MARK);
        try {
            return mark < 0 ? NONE : ofValue(orientation(content, mark + MARK.length()));
        } catch (IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    RgbImage upright(RgbImage image) {
        if (this == NONE) {
            return image;
        }
        int w = image.width();
        int h = image.height();
        int[] pixels = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = switch (this) {
                    case LEFT -> x * h + h - 1 - y;
                    case RIGHT -> (w - 1 - x) * h + y;
                    default -> (h - 1 - y) * w + w - 1 - x;
                };
                pixels[at] = image.pixels()[y * w + x];
            }
        }
        return this == HALF ? new RgbImage(w, h, pixels) : new RgbImage(h, w, pixels);
    }

    private static int orientation(byte[] content, int tiff) {
        ByteBuffer in =
                ByteBuffer.wrap(content).order(content[tiff] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff + in.getInt(tiff + 4);
        for (int i = 0; i < in.getShort(directory); i++) {
            int entry = directory + 2 + i * ENTRY;
            if (in.getShort(entry) == ORIENTATION) {
                return in.getShort(entry + 8);
            }
        }
        return 1;
    }

    private static ExifTurn ofValue(int value) {
        return switch (value) {
            case 3 -> HALF;
            case 6 -> LEFT;
            case 8 -> RIGHT;
            default -> NONE;
        };
    }
}
