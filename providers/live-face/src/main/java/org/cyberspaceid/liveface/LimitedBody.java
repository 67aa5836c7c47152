package org.cyberspaceid.liveface;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a request body up to a cap; never more than one byte beyond it is taken from the connection. */
public final class LimitedBody {
    private LimitedBody() {}

    /**
     * Reads.
     *
     * @param declared the Content-Length header, or null
     * @return empty when the body is, or says that it is, larger than the cap
     */
    public static Optional<byte[]> read(InputStream body, String declared, int cap) throws IOException {
        if (declared != null && (!declared.matches("\\d{1,9}") || Integer.parseInt(declared) > cap)) {
            return Optional.empty();
        }
        byte[] bytes = body.readNBytes(cap + 1);
        return bytes.length > cap ? Optional.empty() : Optional.of(bytes);
    }
}
