package org.cyberspaceid.clips.build;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cyberspaceid.clips.Jpegs;
import org.cyberspaceid.clips.Studio;
import org.cyberspaceid.face.engine.FaceEngine;
import org.cyberspaceid.face.engine.FaceMesh;
import org.cyberspaceid.face.engine.image.RgbImage;
import org.cyberspaceid.face.engine.image.UntrustedImages;

/** The build step: cuts the portraits, level and of one size, on a plain background, and lays the engine's mesh on each. */
public final class CropPortraits {
    private static final int AROUND = 320;
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int RIGHT_EYE = 33;
    private static final int LEFT_EYE = 263;

    private final FaceEngine engine;
    private final Path photos;
    private final Path folder;

    private CropPortraits(FaceEngine engine, Path photos, Path folder) {
        this.engine = engine;
        this.photos = photos;
        this.folder = folder;
    }

    /**
     * Runs the step, unless everything is there and newer than this class.
     *
     * @param arguments the folder of photos and the module's folder of classes
     */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[1]);
        Path folder = classes.resolve("org/cyberspaceid/clips/portraits");
        if (isUpToDate(classes, folder)) {
            return;
        }
        Files.createDirectories(folder);
        try (FaceEngine engine = new FaceEngine(1)) {
            CropPortraits step = new CropPortraits(engine, Path.of(arguments[0]), folder);
            for (PersonInPhoto person : PersonInPhoto.ALL) {
                step.crop(person);
            }
        }
    }

    private static boolean isUpToDate(Path classes, Path folder) throws IOException {
        long newest;
        try (var steps = Files.walk(classes.resolve("org/cyberspaceid/clips"))) {
            newest = steps.filter(file -> file.toString().endsWith(".class"))
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElseThrow();
        }
        return Arrays.stream(PersonInPhoto.ALL)
                .allMatch(
                        person -> folder.resolve(person.id() + ".mesh").toFile().lastModified() >= newest);
    }

    private void crop(PersonInPhoto person) throws IOException {
        RgbImage photo = decode(Files.readAllBytes(photos.resolve(person.photo())));
        FaceMesh inPhoto = mesh(window(photo, person), person);
        byte[] jpeg = Jpegs.write(portrait(photo, person, inPhoto));
        FaceMesh mesh = mesh(decode(jpeg), person);
        ByteBuffer points = ByteBuffer.allocate(mesh.points().length * Float.BYTES);
        points.asFloatBuffer().put(mesh.points());
        Files.write(folder.resolve(person.id() + ".jpg"), jpeg);
        Files.write(folder.resolve(person.id() + ".mesh"), points.array());
    }

    private static RgbImage decode(byte[] file) {
        return UntrustedImages.decode(file, MAX_BYTES).orElseThrow();
    }

    /** The detector wants faces that are large in the picture: a square around the person. */
    private static RgbImage window(RgbImage photo, PersonInPhoto person) {
        BufferedImage window = new BufferedImage(2 * AROUND, 2 * AROUND, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = window.createGraphics();
        graphics.drawImage(photo.toBufferedImage(), AROUND - person.x(), AROUND - person.y(), null);
        graphics.dispose();
        return RgbImage.of(window);
    }

    private FaceMesh mesh(RgbImage image, PersonInPhoto person) {
        return engine.detect(image).stream()
                .min((a, b) -> Double.compare(
                        fromMiddle(image, a.centerX(), a.centerY()), fromMiddle(image, b.centerX(), b.centerY())))
                .flatMap(face -> engine.mesh(image, face))
                .orElseThrow(() -> new IllegalStateException("no face for " + person.id()));
    }

    private static double fromMiddle(RgbImage image, double x, double y) {
        return Math.hypot(x - image.width() / 2.0, y - image.height() / 2.0);
    }

    private static BufferedImage portrait(RgbImage photo, PersonInPhoto person, FaceMesh mesh) {
        double dx = mesh.x(LEFT_EYE) - mesh.x(RIGHT_EYE);
        double dy = mesh.y(LEFT_EYE) - mesh.y(RIGHT_EYE);
        double eyesX = (mesh.x(LEFT_EYE) + mesh.x(RIGHT_EYE)) / 2 + person.x() - AROUND;
        double eyesY = (mesh.y(LEFT_EYE) + mesh.y(RIGHT_EYE)) / 2 + person.y() - AROUND;
        AffineTransform level = new AffineTransform();
        level.translate(Studio.EYES_X, Studio.EYES_Y);
        level.rotate(-Math.atan2(dy, dx));
        double scale = Studio.EYE_DISTANCE / Math.hypot(dx, dy);
        level.scale(scale, scale);
        level.translate(-eyesX, -eyesY);
        BufferedImage portrait = Studio.plain(Studio.PORTRAIT_WIDTH, Studio.PORTRAIT_HEIGHT);
        Graphics2D graphics = portrait.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(photo.toBufferedImage(), level, null);
        graphics.dispose();
        return Studio.withPlainBackground(portrait);
    }
}
