package org.cyberspaceid.face.engine.challenge;

import org.cyberspaceid.core.face.FaceService.Hint;

/**
 * How the current step goes.
 *
 * @param judged frames in which one good face was seen
 * @param planarity the best homography residual among them, eye distances
 * @param hint what was wrong with the last frame
 */
record Progress(int judged, double planarity, Hint hint) {
    static final Progress NONE = new Progress(0, 0, Hint.NONE);

    Progress unusable(Hint why) {
        return new Progress(judged, planarity, why);
    }

    Progress judged(double residual, Hint why) {
        return new Progress(judged + 1, Math.max(planarity, residual), why);
    }
}
