package org.cyberspaceid.liveface;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPathTest {
    private static final int SCALE = 4;
    private static final int QUIET = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-\\3z");
    private static final String LINK = "https://id.example/realms/cyberspace-id/reader/open#" + "B".repeat(43) + ".qr";

    @Test
    void aDrawingOfThePathReadsAsTheLink() throws Exception {
        QrPath qr = QrPath.of(LINK);

        assertThat(new QRCodeReader().decode(draw(qr)).getText()).isEqualTo(LINK);
    }

    @Test
    void consistsOfRunsOnly() {
        assertThat(RUN.matcher(QrPath.of(LINK).data()).replaceAll("")).isEmpty();
    }

    private static BinaryBitmap draw(QrPath qr) {
        int width = (qr.size() + 2 * QUIET) * SCALE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = RUN.matcher(qr.data());
        while (run.find()) {
            fill(
                    pixels,
                    width,
                    Integer.parseInt(run.group(1)) + QUIET,
                    Integer.parseInt(run.group(2)) + QUIET,
                    Integer.parseInt(run.group(3)));
        }
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
    }

    private static void fill(int[] pixels, int width, int x, int y, int length) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            Arrays.fill(pixels, row * width + x * SCALE, row * width + (x + length) * SCALE, 0);
        }
    }
}
