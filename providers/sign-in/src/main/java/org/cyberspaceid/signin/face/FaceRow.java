package org.cyberspaceid.signin.face;

import org.cyberspaceid.liveface.FaceState;

/**
 * A face check at sign-in, as it stands sealed in its row.
 *
 * @param userId whose template it is against
 * @param clientId the ISP that asked for it, for events
 */
record FaceRow(String userId, String clientId, FaceState face) {

    FaceRow with(FaceState next) {
        return new FaceRow(userId, clientId, next);
    }

    @Override
    public String toString() {
        return "FaceRow[sealed]";
    }
}
