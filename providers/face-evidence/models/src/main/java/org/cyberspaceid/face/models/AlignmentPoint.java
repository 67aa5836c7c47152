package org.cyberspaceid.face.models;

import java.util.List;

/**
 * Where a landmark of the face belongs in the chip.
 *
 * @param mesh the points of the face mesh whose mean is the landmark
 * @param x in the chip, pixels from the left edge
 * @param y in the chip, pixels from the upper edge
 */
public record AlignmentPoint(List<Integer> mesh, double x, double y) {}
