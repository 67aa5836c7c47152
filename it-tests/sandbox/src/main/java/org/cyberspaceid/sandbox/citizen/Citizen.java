package org.cyberspaceid.sandbox.citizen;

import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.virtual.VirtualDocument;

/**
 * Who enrols: invented, as every value of it.
 *
 * @param document in the hand
 * @param face before the camera
 * @param mobile E.164
 * @param password eight digits
 */
public record Citizen(VirtualDocument document, Portrait face, String mobile, String password) {
    @Override
    public String toString() {
        return "Citizen[" + document.id() + "]";
    }
}
