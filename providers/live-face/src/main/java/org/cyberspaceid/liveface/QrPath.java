package org.cyberspaceid.liveface;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as SVG path data: one unit per module. The page draws the quiet zone of four modules around it (ISO/IEC 18004).
 *
 * @param data for the {@code d} attribute
 * @param size width and height in modules
 */
public record QrPath(String data, int size) {
    public static QrPath of(String text) {
        try {
            return draw(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("text does not fit a QR code", tooLong);
        }
    }

    private static QrPath draw(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            drawRow(modules, y, path);
        }
        return new QrPath(path.toString(), modules.getWidth());
    }

    private static void drawRow(ByteMatrix modules, int y, StringBuilder path) {
        int x = 0;
        while (x < modules.getWidth()) {
            int from = x;
            while (x < modules.getWidth() && modules.get(x, y) == 1) {
                x++;
            }
            if (x > from) {
                path.append("M%d,%dh%dv1h-%dz".formatted(from, y, x - from, x - from));
            } else {
                x++;
            }
        }
    }
}
