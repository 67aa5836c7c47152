package org.cyberspaceid.face.engine;

import java.nio.FloatBuffer;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.models.Chip;

/** Squares cut out of images, as a network's input. */
final class Squares {
    private static final int CHANNELS = 3;

    private final int edge;
    private final PixelForm form;
    private final float[] floats;
    /** From one channel to the next, and from one pixel to the next, in floats. */
    private final int channelStep;

    private final int pixelStep;
    private int count;

    /**
     * Room for squares.
     *
     * @param most how many at most
     */
    Squares(int edge, int most, PixelForm form) {
        this.edge = edge;
        this.form = form;
        this.floats = new float[most * CHANNELS * edge * edge];
        boolean planes = form.layout() == Chip.Layout.NCHW;
        this.channelStep = planes ? edge * edge : 1;
        this.pixelStep = planes ? 1 : CHANNELS;
    }

    /**
     * Samples one bilinearly; outside the image is black.
     *
     * @param toImage from the square's pixels to the image's
     */
    Squares add(RgbImage image, Similarity toImage) {
        RgbImage source = image;
        double shrink = 1;
        // Halve first where one sample would stand for more than two pixels.
        while (toImage.scale() / shrink >= 2) {
            source = source.halved();
            shrink *= 2;
        }
        int at = start(count++);
        float[] rgb = new float[CHANNELS];
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                double x = toImage.x(column + 0.5, row + 0.5) / shrink - 0.5;
                double y = toImage.y(column + 0.5, row + 0.5) / shrink - 0.5;
                Bilinear.sample(source, x, y, rgb);
                put(at, rgb);
                at += pixelStep;
            }
        }
        return this;
    }

    /** Adds the last one again, flipped left to right. */
    Squares addMirrored() {
        int from = start(count - 1);
        int to = start(count++);
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                int source = from + (row * edge + edge - 1 - column) * pixelStep;
                int target = to + (row * edge + column) * pixelStep;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    floats[target + channel * channelStep] = floats[source + channel * channelStep];
                }
            }
        }
        return this;
    }

    int count() {
        return count;
    }

    /** These squares, ready to be read. */
    FloatBuffer slice(int first, int howMany) {
        return FloatBuffer.wrap(floats, start(first), start(howMany)).slice();
    }

    /** The tensor's shape for this many squares. */
    long[] shape(int howMany) {
        return form.layout() == Chip.Layout.NCHW
                ? new long[] {howMany, CHANNELS, edge, edge}
                : new long[] {howMany, edge, edge, CHANNELS};
    }

    private void put(int at, float[] rgb) {
        boolean reversed = form.channels() == Chip.Channels.BGR;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float value = rgb[reversed ? CHANNELS - 1 - channel : channel];
            floats[at + channel * channelStep] = (value - form.mean()[channel]) * form.scale()[channel];
        }
    }

    private int start(int square) {
        return square * CHANNELS * edge * edge;
    }
}
