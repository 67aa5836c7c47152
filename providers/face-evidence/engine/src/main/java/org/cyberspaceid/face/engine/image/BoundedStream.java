package org.cyberspaceid.face.engine.image;

import static org.cyberspaceid.face.engine.image.UnusableImageException.require;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A stream for the JPEG 2000 reader. In a broken file it takes the −1 past the end for data and goes on for ever, or reads
 * the same bytes again and again: both are limited here. It is told the length, which it would else find by reading everything,
 * packet after packet.
 */
final class BoundedStream extends MemoryCacheImageInputStream {
    private static final int ROUNDS = 64;
    private static final long AT_LEAST = 1 << 20;
    private static final int READS_PAST_THE_END = 64;

    private final int length;
    private long bytesLeft;
    private int endsLeft = READS_PAST_THE_END;

    BoundedStream(byte[] content) {
        super(new ByteArrayInputStream(content));
        length = content.length;
        bytesLeft = Math.max(AT_LEAST, (long) ROUNDS * content.length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws UnusableImageException {
        if (read < 0) {
            endsLeft--;
        } else {
            bytesLeft -= read;
        }
        require(endsLeft >= 0 && bytesLeft >= 0, "read too far");
    }
}
