package org.cyberspaceid.face.engine.image;

import static org.cyberspaceid.face.engine.image.UnusableImageException.require;

import java.nio.ByteOrder;

/** Reads the markers of a JPEG (ITU-T T.81, annex B) up to the frame header, its Exif orientation, and how many scans it has. */
final class JpegHeader {
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    /** A progressive file has about ten; each goes over the whole picture, so a small file with thousands takes minutes. */
    private static final int MAX_SCANS = 64;

    private static final long EXIF = 0x45786966;
    private static final int TAG_ORIENTATION = 0x0112;

    private final byte[] file;
    private final ByteReader in;
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegHeader(byte[] file) {
        this.file = file;
        this.in = new ByteReader(file);
    }

    static ImageHeader read(byte[] file) throws UnusableImageException {
        return new JpegHeader(file).read();
    }

    private ImageHeader read() throws UnusableImageException {
        require(scans() <= MAX_SCANS, "too many scans");
        int at = 2;
        while (true) {
            require(in.u8(at) == 0xFF, "no marker");
            int marker = in.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker >= 0xC0 && marker <= 0xC2) {
                return frame(at + 4);
            }
            require(
                    marker > 0xC2 && marker != START_OF_SCAN && !isOtherFrame(marker),
                    "no baseline or progressive frame");
            int length = in.u16(at + 2);
            if (marker == APP1 && length > 8 && in.u32(at + 4) == EXIF) {
                orientation = exifOrientation(at + 10, length - 8);
            }
            at += 2 + length;
        }
    }

    private static boolean isOtherFrame(int marker) {
        // C4, C8 and CC are no frames but tables and extensions.
        return marker >= 0xC3 && marker <= 0xCF && marker % 4 != 0;
    }

    private ImageHeader frame(int at) throws UnusableImageException {
        return new ImageHeader(in.u16(at + 3), in.u16(at + 1), in.u8(at + 5), in.u8(at), orientation, file);
    }

    /**
     * Scans and the end of the picture. In a scan's data FF is followed by 00 or a restart, so FF DA and FF D9 are always markers (or
     * part of a thumbnail). A file that is cut off would decode to half a face and grey.
     */
    private int scans() throws UnusableImageException {
        int scans = 0;
        int end = 0;
        boolean ended = false;
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xFF && file[i + 1] == (byte) START_OF_SCAN) {
                scans++;
                ended = false;
            }
            if (file[i] == (byte) 0xFF && file[i + 1] == (byte) END_OF_IMAGE) {
                end = i + 2;
                ended = true;
            }
        }
        require(ended, "cut off");
        require(in.isPaddingFrom(end), "more than a picture");
        return scans;
    }

    /** The first directory of the TIFF block (TIFF 6.0, section 2). A broken one is ignored: the picture may still be good. */
    private Orientation exifOrientation(int at, int length) {
        try {
            ByteOrder order = in.u16(at) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            ByteReader tiff = in.slice(at, length, order);
            int directory = Math.toIntExact(Math.min(tiff.u32(4), Integer.MAX_VALUE / 2));
            int entries = tiff.u16(directory);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.u16(entry) == TAG_ORIENTATION) {
                    return Orientation.ofExif(tiff.u16(entry + 8));
                }
            }
            return Orientation.UPRIGHT;
        } catch (UnusableImageException e) {
            return Orientation.UPRIGHT;
        }
    }
}
