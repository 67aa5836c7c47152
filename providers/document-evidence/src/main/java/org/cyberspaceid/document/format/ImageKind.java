package org.cyberspaceid.document.format;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The image formats that we pass on, by their first bytes. Nothing is decoded here; the face worker judges the image. */
public enum ImageKind {
    JPEG("FFD8FF"),
    PNG("89504E470D0A1A0A"),
    /** JP2 file (ISO/IEC 15444-1, annex I). */
    JPEG2000("0000000C6A5020200D0A870A"),
    /** Bare code stream, as chips have it. */
    JPEG2000_CODE_STREAM("FF4FFF51");

    private final byte[] magic;

    ImageKind(String magic) {
        this.magic = HexFormat.of().parseHex(magic);
    }

    /** The kind of an image, when it is one of these. */
    public static Optional<ImageKind> of(byte[] image) {
        return Arrays.stream(values())
                .filter(k -> image.length > k.magic.length
                        && Arrays.equals(image, 0, k.magic.length, k.magic, 0, k.magic.length))
                .findFirst();
    }
}
