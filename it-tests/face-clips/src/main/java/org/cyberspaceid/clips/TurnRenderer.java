package org.cyberspaceid.clips;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Renders camera frames of a portrait's person who turns the head: the portrait as texture on its own 3D mesh.
 *
 * <p>Directions are those of {@code FaceService.Prompt}: positive yaw is the person's own left, which is the <em>right</em> of the
 * frame, as a camera (not a mirror) sees it.
 */
public final class TurnRenderer {
    /** The frame's size in pixels. */
    public static final int WIDTH = 640;

    public static final int HEIGHT = 480;

    private static final Map<String, HeadModel> HEADS = new ConcurrentHashMap<>();

    private TurnRenderer() {}

    /**
     * One frame, a JPEG of 640 × 480.
     *
     * @param yawDegrees where the person looks: 0 into the camera, positive to the person's own left; sensible within ±35
     */
    public static byte[] frame(Portrait portrait, double yawDegrees) {
        return Jpegs.write(camera(turned(portrait, yawDegrees)));
    }

    /** The portrait, turned, in the portrait's own size. */
    static BufferedImage turned(Portrait portrait, double yawDegrees) {
        HeadModel head = HEADS.computeIfAbsent(portrait.id(), id -> new HeadModel(portrait));
        BufferedImage texture = Jpegs.read(portrait.jpeg());
        BufferedImage target = Studio.plain(texture.getWidth(), texture.getHeight());
        new TexturePainter(texture, target).paint(head.triangles(), head.points(), head.turnedTo(yawDegrees));
        return target;
    }

    /** Puts a portrait into the middle of a camera's frame. */
    static BufferedImage camera(BufferedImage portrait) {
        BufferedImage frame = Studio.plain(WIDTH, HEIGHT);
        draw(frame, portrait, WIDTH / 2, HEIGHT);
        return frame;
    }

    static void draw(BufferedImage frame, BufferedImage portrait, int middleX, int height) {
        int width = height * portrait.getWidth() / portrait.getHeight();
        Graphics2D graphics = frame.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(portrait, middleX - width / 2, (HEIGHT - height) / 2, width, height, null);
        graphics.dispose();
    }
}
