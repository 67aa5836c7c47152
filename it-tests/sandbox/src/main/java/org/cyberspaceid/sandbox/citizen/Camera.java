package org.cyberspaceid.sandbox.citizen;

/** What the camera sees. */
@FunctionalInterface
public interface Camera {

    /**
     * The next frame.
     *
     * @param prompt what the page asks for: {@code center}, {@code left}, {@code right}
     * @return a JPEG
     */
    byte[] frame(String prompt);
}
