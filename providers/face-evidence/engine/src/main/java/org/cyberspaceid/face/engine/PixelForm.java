package org.cyberspaceid.face.engine;

import org.cyberspaceid.face.models.Chip;

/**
 * The form in which a network wants pixels: a channel's value v (0…255) becomes (v − mean) · scale.
 *
 * @param layout of the tensor
 * @param channels their order, also that of mean and scale
 */
record PixelForm(Chip.Layout layout, Chip.Channels channels, float[] mean, float[] scale) {

    /** Planes of red, green and blue, with one mean and scale. */
    static PixelForm rgbPlanes(float mean, float scale) {
        return new PixelForm(
                Chip.Layout.NCHW, Chip.Channels.RGB, new float[] {mean, mean, mean}, new float[] {scale, scale, scale});
    }

    /** What a model's manifest says. */
    static PixelForm of(Chip chip) {
        float[] mean = new float[3];
        float[] scale = new float[3];
        for (int i = 0; i < 3; i++) {
            mean[i] = chip.mean().get(i);
            scale[i] = chip.scale().get(i);
        }
        return new PixelForm(chip.layout(), chip.channels(), mean, scale);
    }
}
