package org.cyberspaceid.core.face;

/**
 * A face as numbers, comparable only within one model. Biometric data: sealed at rest, never in a log.
 *
 * @param model the model that made it, for example {@code dlib-resnet-v1}
 * @param embedding a unit vector
 */
public record FaceTemplate(String model, float[] embedding) {
    @Override
    public String toString() {
        return "FaceTemplate[" + model + "]";
    }
}
