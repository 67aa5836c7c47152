package org.cyberspaceid.clips;

/**
 * A portrait as a chip would hold it: 413 × 531 pixels, one person, looking at the camera.
 *
 * @param id stable, for example {@code sample3-1}
 * @param jpeg the picture
 */
public record Portrait(String id, byte[] jpeg) {
    @Override
    public String toString() {
        return id;
    }
}
