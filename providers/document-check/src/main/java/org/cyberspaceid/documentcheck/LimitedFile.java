package org.cyberspaceid.documentcheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the size that the server takes, and no larger. */
final class LimitedFile {
    private LimitedFile() {}

    /** @throws IOException when it cannot be read or is larger */
    static byte[] read(Path file, int limit) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " is not there or cannot be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new IOException(file + " has more than " + limit + " bytes");
            }
            return content;
        }
    }
}
