package org.cyberspaceid.clips;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

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

    /**
     * A photo bent about a vertical cylinder, towards the camera at its middle, and turned: what a cheat does with a print to give it depth.
     *
     * @param bend the angle of the cylinder's arc that the photo covers, degrees
     */
    public static byte[] bentPhoto(Portrait portrait, double degrees, double bend) {
        BufferedImage photo = TurnRenderer.camera(TurnRenderer.turned(portrait, 0));
        BufferedImage frame = Studio.plain(TurnRenderer.WIDTH, TurnRenderer.HEIGHT);
        double radius = photo.getWidth() / Math.toRadians(bend);
        int left = -photo.getWidth() / 2;
        for (int u = 0; u < photo.getWidth(); u++) {
            double[] here = onCylinder(u + left, radius, degrees);
            double[] next = onCylinder(u + left + 1.0, radius, degrees);
            for (long x = Math.round(here[0]); x <= Math.round(next[0]); x++) {
                column(photo, u, here[1], frame, (int) x + frame.getWidth() / 2);
            }
        }
        return Jpegs.write(frame);
    }

    /** Where the camera sees the photo's column: x from the middle of the frame, and how much smaller it is there. It turns about its middle. */
    private static double[] onCylinder(double u, double radius, double degrees) {
        double bentX = radius * Math.sin(u / radius);
        double bentZ = radius * (1 - Math.cos(u / radius));
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double scale = CAMERA_DISTANCE / (CAMERA_DISTANCE + bentX * sin + bentZ * cos);
        return new double[] {(bentX * cos - bentZ * sin) * scale, scale};
    }

    private static void column(BufferedImage photo, int u, double scale, BufferedImage frame, int x) {
        for (int y = 0; x >= 0 && x < frame.getWidth() && y < frame.getHeight(); y++) {
            long v = Math.round((y - frame.getHeight() / 2.0) / scale + photo.getHeight() / 2.0);
            if (v >= 0 && v < photo.getHeight()) {
                frame.setRGB(x, y, photo.getRGB(u, (int) v));
            }
        }
    }

    /** A photo of the person, held in a hand that is not quite still: moved, nearer or farther, rolled, brighter or darker, with a sensor's noise. */
    public static byte[] jitteredPhoto(Portrait portrait, long seed) {
        return Jpegs.write(jittered(TurnRenderer.camera(TurnRenderer.turned(portrait, 0)), seed));
    }

    /** A real head's turn by the same hand-held camera. */
    public static byte[] handHeld(Portrait portrait, double yawDegrees, long seed) {
        return Jpegs.write(jittered(TurnRenderer.camera(TurnRenderer.turned(portrait, yawDegrees)), seed));
    }

    private static BufferedImage jittered(BufferedImage still, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AffineTransform hand = new AffineTransform();
        hand.translate(random.nextDouble(-12, 12), random.nextDouble(-12, 12));
        hand.rotate(Math.toRadians(random.nextDouble(-4, 4)), still.getWidth() / 2.0, still.getHeight() / 2.0);
        double scale = random.nextDouble(0.95, 1.05);
        hand.scale(scale, scale);
        BufferedImage moved = Studio.plain(still.getWidth(), still.getHeight());
        Graphics2D graphics = moved.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(still, hand, null);
        graphics.dispose();
        double light = random.nextDouble(0.85, 1.15);
        for (int y = 0; y < moved.getHeight(); y++) {
            for (int x = 0; x < moved.getWidth(); x++) {
                moved.setRGB(x, y, lit(moved.getRGB(x, y), light, random.nextDouble(-5, 5)));
            }
        }
        return moved;
    }

    private static int lit(int rgb, double light, double noise) {
        int lit = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = (rgb >> shift & 0xFF) * light + noise;
            lit |= (int) Math.max(0, Math.min(255, Math.round(value))) << shift;
        }
        return lit;
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
