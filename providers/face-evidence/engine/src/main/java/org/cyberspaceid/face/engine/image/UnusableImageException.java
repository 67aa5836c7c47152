package org.cyberspaceid.face.engine.image;

import java.io.IOException;

/** A file that is not an image we decode. Ends inside {@link UntrustedImages}. */
final class UnusableImageException extends IOException {
    private static final long serialVersionUID = 1;

    UnusableImageException(String why) {
        super(why);
    }

    static void require(boolean good, String what) throws UnusableImageException {
        if (!good) {
            throw new UnusableImageException(what);
        }
    }
}
