package org.cyberspaceid.clips;

import java.awt.image.BufferedImage;
import java.util.List;

/** What a camera sees when someone cheats, or when nobody is there. All are JPEGs of the renderer's size. */
public final class Attacks {
    /** How far the camera is from a held-up photo, in pixels of the frame. */
    private static final double CAMERA_DISTANCE = 1_000;

    private Attacks() {}

    /** A photo of the person held before the camera and tilted about its vertical axis: flat, whatever the angle. */
    public static byte[] tiltedPhoto(Portrait portrait, double degrees) {
        BufferedImage photo = TurnRenderer.camera(TurnRenderer.turned(portrait, 0));
        BufferedImage frame = Studio.plain(TurnRenderer.WIDTH, TurnRenderer.HEIGHT);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        for (int y = 0; y < frame.getHeight(); y++) {
            for (int x = 0; x < frame.getWidth(); x++) {
                // The ray through (x, y) meets the plane at u from the axis: x' = u·cos·d/(d + u·sin).
                double dx = x - frame.getWidth() / 2.0;
                double dy = y - frame.getHeight() / 2.0;
                double u = dx * CAMERA_DISTANCE / (CAMERA_DISTANCE * cos - dx * sin);
                double v = dy * (CAMERA_DISTANCE + u * sin) / CAMERA_DISTANCE;
                copy(photo, u, v, frame, x, y);
            }
        }
        return Jpegs.write(frame);
    }

    private static void copy(BufferedImage photo, double u, double v, BufferedImage frame, int x, int y) {
        long fromX = Math.round(u + photo.getWidth() / 2.0);
        long fromY = Math.round(v + photo.getHeight() / 2.0);
        if (fromX >= 0 && fromY >= 0 && fromX < photo.getWidth() && fromY < photo.getHeight()) {
            frame.setRGB(x, y, photo.getRGB((int) fromX, (int) fromY));
        }
    }

    /** Two people side by side. */
    public static byte[] twoFaces(Portrait one, Portrait other) {
        BufferedImage frame = Studio.plain(TurnRenderer.WIDTH, TurnRenderer.HEIGHT);
        int x = TurnRenderer.WIDTH / 4;
        for (Portrait portrait : List.of(one, other)) {
            TurnRenderer.draw(frame, TurnRenderer.turned(portrait, 0), x, TurnRenderer.HEIGHT * 5 / 6);
            x += TurnRenderer.WIDTH / 2;
        }
        return Jpegs.write(frame);
    }

    /** The person, too far away. */
    public static byte[] farAway(Portrait portrait) {
        BufferedImage frame = Studio.plain(TurnRenderer.WIDTH, TurnRenderer.HEIGHT);
        TurnRenderer.draw(frame, TurnRenderer.turned(portrait, 0), TurnRenderer.WIDTH / 2, TurnRenderer.HEIGHT / 3);
        return Jpegs.write(frame);
    }

    /** An empty room. */
    public static byte[] noFace() {
        return Jpegs.write(Studio.plain(TurnRenderer.WIDTH, TurnRenderer.HEIGHT));
    }
}
