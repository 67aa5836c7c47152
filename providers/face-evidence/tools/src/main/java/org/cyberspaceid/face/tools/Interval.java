package org.cyberspaceid.face.tools;

/**
 * What a share of a sample says of the share itself: Wilson's interval, 95 %. Pairs of one person are not independent, so that it is, if
 * anything, too narrow.
 */
record Interval(double low, double high) {
    private static final double Z = 1.959964;

    static Interval of(double share, int count) {
        double z2 = Z * Z / count;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt((share * (1 - share) + z2 / 4) / count);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
