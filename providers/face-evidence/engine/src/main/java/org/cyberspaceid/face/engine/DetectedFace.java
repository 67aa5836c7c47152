package org.cyberspaceid.face.engine;

/**
 * A face the detector found, in pixels of the image.
 *
 * @param centerX of its box
 * @param centerY of its box
 * @param size the longer edge of its box
 * @param roll how far the eyes are off the level, radians, clockwise
 * @param score 0…1
 */
public record DetectedFace(float centerX, float centerY, float size, float roll, float score) {

    float overlap(DetectedFace other) {
        float half = (size + other.size) / 2;
        float smaller = Math.min(size, other.size);
        float w = Math.min(smaller, half - Math.abs(centerX - other.centerX));
        float h = Math.min(smaller, half - Math.abs(centerY - other.centerY));
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (size * size + other.size * other.size - w * h);
    }
}
