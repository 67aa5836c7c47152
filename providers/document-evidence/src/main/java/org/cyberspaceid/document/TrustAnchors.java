package org.cyberspaceid.document;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whom we trust. */
public final class TrustAnchors {
    private TrustAnchors() {}

    /** Reads the three folders once. */
    public static TrustAnchors load(Path cscaFolder, Path readerServiceFolder, Path crlFolder) {
        for (Path folder : new Path[] {cscaFolder, readerServiceFolder, crlFolder}) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("the trust folder " + folder + " does not exist");
            }
        }
        return new TrustAnchors();
    }
}
