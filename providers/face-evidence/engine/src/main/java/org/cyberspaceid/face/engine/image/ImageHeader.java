package org.cyberspaceid.face.engine.image;

/**
 * What a file says about itself before anything is decoded.
 *
 * @param content the bytes to decode, which may be fewer than those that came
 */
record ImageHeader(long width, long height, int components, int bitDepth, Orientation orientation, byte[] content) {
    /** The largest picture decoded: about 2,000 × 2,000. Decoding needs some 25 bytes a pixel at worst. */
    static final long MAX_PIXELS = 4_194_304;

    private static final int MAX_EDGE = 4_096;
    private static final int MIN_EDGE = 32;
    private static final int MAX_COMPONENTS = 4;
    private static final int BITS = 8;

    boolean isWithinLimits() {
        return width >= MIN_EDGE
                && height >= MIN_EDGE
                && width <= MAX_EDGE
                && height <= MAX_EDGE
                && width * height <= MAX_PIXELS
                && components >= 1
                && components <= MAX_COMPONENTS
                && bitDepth >= 1
                && bitDepth <= BITS;
    }
}
