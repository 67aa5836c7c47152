package org.cyberspaceid.face.engine.image;

import static org.cyberspaceid.face.engine.image.UnusableImageException.require;

/**
 * Reads the header of a JPEG 2000 file or code-stream (ISO/IEC 15444-1, annexes A and I). The dimensions say little about the
 * memory it takes: tiles, precincts and code-blocks may be one pixel large, so all of them are limited, and the markers that
 * could change them later in the stream are refused.
 */
final class Jpeg2000Header {
    private static final long JP2C = 0x6A703263;
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;
    private static final int POC = 0xFF5F;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int MAX_BOXES = 32;
    /** Some 1,250 × 1,250, several times what a chip's portrait has: this decoder needs the most memory for a pixel. */
    private static final long MAX_PIXELS = 1_572_864;

    private static final int MAX_TILES = 64;
    private static final int MAX_TILE_PARTS = 256;
    private static final int MAX_LAYERS = 64;
    private static final int MAX_LEVELS = 10;
    /** 2^4 = 16 pixels, the smallest code-block; real files use 32 or 64. */
    private static final int MIN_BLOCK_EXPONENT = 4;
    /** 2^5 = 32 pixels, the smallest precinct; real files use 128 or more. */
    private static final int MIN_PRECINCT_EXPONENT = 5;

    private final ByteReader in;
    private final byte[] file;

    private Jpeg2000Header(byte[] file) {
        this.file = file;
        this.in = new ByteReader(file);
    }

    static ImageHeader read(byte[] file) throws UnusableImageException {
        return new Jpeg2000Header(file).read();
    }

    private ImageHeader read() throws UnusableImageException {
        int at = in.u16(0) == SOC ? 0 : codeStream();
        require(in.u16(at) == SOC && in.u16(at + 2) == SIZ, "no SIZ");
        ImageHeader header = size(at + 4);
        require(header.isWithinLimits() && header.width() * header.height() <= MAX_PIXELS, "size");
        tileParts(mainHeader(at + 2));
        return header;
    }

    /** Walks the boxes of the file format (annex I.4) to the contiguous code-stream. */
    private int codeStream() throws UnusableImageException {
        int at = 0;
        for (int box = 0; box < MAX_BOXES; box++) {
            long length = in.u32(at);
            if (in.u32(at + 4) == JP2C) {
                return length == 1 ? at + 16 : at + 8;
            }
            require(length >= 8 && length <= in.length() - at, "box");
            at += (int) length;
        }
        throw new UnusableImageException("no code-stream");
    }

    /** SIZ (annex A.5.1). */
    private ImageHeader size(int at) throws UnusableImageException {
        long width = in.u32(at + 4) - in.u32(at + 12);
        long height = in.u32(at + 8) - in.u32(at + 16);
        long tileWidth = in.u32(at + 20);
        long tileHeight = in.u32(at + 24);
        require(in.u32(at + 12) == 0 && in.u32(at + 16) == 0 && in.u32(at + 28) == 0 && in.u32(at + 32) == 0, "offset");
        require(tileWidth > 0 && tileHeight > 0, "tile");
        require(ceilDiv(width, tileWidth) * ceilDiv(height, tileHeight) <= MAX_TILES, "tiles");
        int components = in.u16(at + 36);
        int depth = 0;
        for (int i = 0; i < Math.min(components, 5); i++) {
            depth = Math.max(depth, (in.u8(at + 38 + 3 * i) & 0x7F) + 1);
            require(in.u8(at + 39 + 3 * i) == 1 && in.u8(at + 40 + 3 * i) == 1, "subsampling");
        }
        return new ImageHeader(width, height, components, depth, Orientation.UPRIGHT, file);
    }

    private int mainHeader(int start) throws UnusableImageException {
        int at = start;
        while (in.u16(at) != SOT) {
            int marker = in.u16(at);
            require(marker >= 0xFF50 && marker != POC && marker != PPM, "marker");
            codingStyle(marker, at);
            at += 2 + in.u16(at + 2);
        }
        return at;
    }

    /** COD and COC (annexes A.6.1 and A.6.2), wherever they stand: JJ2000 repeats them in the header of a lossy tile. */
    private void codingStyle(int marker, int at) throws UnusableImageException {
        if (marker == COD) {
            require(in.u16(at + 6) <= MAX_LAYERS, "layers");
            blocks(in.u8(at + 4), at + 9);
        } else if (marker == COC) {
            // Few components (SIZ is checked before), so Ccoc is one byte long.
            blocks(in.u8(at + 5), at + 6);
        }
    }

    /**
     * What COD and COC have in common (annexes A.6.1 and A.6.2).
     *
     * @param style Scod or Scoc
     * @param at where the parameters SPcod or SPcoc begin
     */
    private void blocks(int style, int at) throws UnusableImageException {
        int levels = in.u8(at);
        require(levels <= MAX_LEVELS, "layers");
        int blockWidth = in.u8(at + 1) + 2;
        int blockHeight = in.u8(at + 2) + 2;
        require(blockWidth >= MIN_BLOCK_EXPONENT && blockHeight >= MIN_BLOCK_EXPONENT, "code-blocks");
        require(blockWidth + blockHeight <= 12, "code-blocks");
        boolean ownPrecincts = (style & 1) != 0;
        for (int level = 0; ownPrecincts && level <= levels; level++) {
            int exponents = in.u8(at + 5 + level);
            require((exponents & 0xF) >= MIN_PRECINCT_EXPONENT && exponents >> 4 >= MIN_PRECINCT_EXPONENT, "precincts");
        }
    }

    /** SOT (annex A.4.2) of each tile-part, and the markers between it and its data. */
    private void tileParts(int start) throws UnusableImageException {
        int at = start;
        for (int part = 0; part < MAX_TILE_PARTS; part++) {
            if (at + 12 > in.length() || in.u16(at) != SOT) {
                return;
            }
            long length = in.u32(at + 6);
            tileHeader(at + 12);
            if (length == 0) {
                return;
            }
            require(length >= 14 && length <= in.length() - at, "tile-part");
            at += (int) length;
        }
        throw new UnusableImageException("tile-parts");
    }

    private void tileHeader(int start) throws UnusableImageException {
        int at = start;
        while (in.u16(at) != SOD) {
            int marker = in.u16(at);
            require(marker >= 0xFF50 && marker != POC && marker != PPT, "marker");
            codingStyle(marker, at);
            at += 2 + in.u16(at + 2);
        }
    }

    private static long ceilDiv(long a, long b) {
        return (a + b - 1) / b;
    }
}
