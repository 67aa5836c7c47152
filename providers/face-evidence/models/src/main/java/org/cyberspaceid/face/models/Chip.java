package org.cyberspaceid.face.models;

import java.util.List;

/**
 * The aligned picture an embedding network takes. A channel's value v (0…255) becomes (v − mean) · scale.
 *
 * @param edge width and height, pixels
 * @param layout of the tensor
 * @param channels their order, also that of mean and scale
 * @param alignment the five landmarks
 */
public record Chip(
        int edge,
        Layout layout,
        Channels channels,
        List<Float> mean,
        List<Float> scale,
        List<AlignmentPoint> alignment) {

    /** The order of the tensor's axes: one plane for each channel, or the channels of a pixel together. */
    public enum Layout {
        NCHW,
        NHWC
    }

    /** The order of the colours. */
    public enum Channels {
        RGB,
        BGR
    }
}
