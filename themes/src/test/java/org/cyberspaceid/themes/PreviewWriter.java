package org.cyberspaceid.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes every page in every language as a file to look at: {@code target/preview/<language>/<page>.html}. */
public final class PreviewWriter {
    private static final Path RESOURCES = Path.of("src/main/resources", LoginTheme.ROOT, "resources");

    private PreviewWriter() {}

    /**
     * Writes the preview.
     *
     * @param arguments the folder to write to, and {@code sandbox} for pages with the band
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/preview");
        String mode = arguments.length > 1 ? arguments[1] : "production";
        copy(RESOURCES, folder.resolve("resources"));
        Renderer renderer = new Renderer("../resources");
        for (Language language : Language.values()) {
            Path target = Files.createDirectories(folder.resolve(language.tag()));
            for (Sample sample : SampleData.all()) {
                Files.writeString(
                        target.resolve(sample.name() + ".html"),
                        renderer.render(sample, language, mode).html());
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.write(target, Files.readAllBytes(file));
        }
    }
}
