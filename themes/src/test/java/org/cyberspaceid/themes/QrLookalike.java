package org.cyberspaceid.themes;

import java.util.Random;

/** Path data with the looks of a QR code of version 5; it says nothing. */
final class QrLookalike {
    static final int SIZE = 37;

    private static final int FINDER = 7;

    private QrLookalike() {}

    static String path() {
        Random random = new Random(5);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (isDark(x, y, random.nextBoolean())) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    private static boolean isDark(int x, int y, boolean otherwise) {
        int fx = x < FINDER + 1 ? x : SIZE - 1 - x;
        int fy = y < FINDER + 1 ? y : SIZE - 1 - y;
        boolean inCorner = fx <= FINDER && fy <= FINDER && !(x > FINDER && y > FINDER);
        if (!inCorner) {
            return otherwise;
        }
        int ring = Math.max(Math.abs(fx - 3), Math.abs(fy - 3));
        return ring == 3 || ring <= 1;
    }
}
