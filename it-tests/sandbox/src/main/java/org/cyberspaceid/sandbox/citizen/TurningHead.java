package org.cyberspaceid.sandbox.citizen;

import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.TurnRenderer;

/** A person before the camera who does what the page asks, some degrees a frame, as heads turn. */
public final class TurningHead implements Camera {
    private static final double STEP = 9;
    private static final double FURTHEST = 27;

    private final Portrait person;
    private double yaw;

    public TurningHead(Portrait person) {
        this.person = person;
    }

    @Override
    public byte[] frame(String prompt) {
        double wanted = prompt.equals("left") ? FURTHEST : prompt.equals("right") ? -FURTHEST : 0;
        yaw += Math.max(-STEP, Math.min(STEP, wanted - yaw));
        return TurnRenderer.frame(person, yaw);
    }
}
