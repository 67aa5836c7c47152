package org.cyberspaceid.harness;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a Keycloak process in the words of Docker. */
final class ContainerSettings {
    /** System property: the image; unless set, Keycloak's own of the distribution's version. */
    static final String IMAGE = "harness.keycloak.image";

    private ContainerSettings() {}

    /** The name of the image. */
    static String image() {
        try {
            String version = Files.readString(distribution().resolve("version.txt"))
                    .replaceFirst(".*Version", "")
                    .strip();
            return System.getProperty(IMAGE, "keycloak/keycloak:" + version);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot tell Keycloak's version", unreadable);
        }
    }

    /** What follows {@code kc.sh start}. */
    static List<String> arguments(Map<String, String> options) {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> "--" + option.getKey() + "=" + option.getValue())
                        .toList();
    }

    /** Each file and folder that an option names, at its own path, read-only. */
    static List<Bind> binds(Map<String, String> options) {
        return options.entrySet().stream()
                .filter(option ->
                        option.getKey().endsWith("-file") || option.getKey().endsWith("-folder"))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .map(path -> new Bind(path, new Volume(path), AccessMode.ro))
                .toList();
    }

    /** Group 0 may write where the image wants to write, and we alone read our secrets. */
    static String user() {
        try {
            return Files.getAttribute(Repository.built("it-tests/harness/target"), "unix:uid") + ":0";
        } catch (IOException unknown) {
            throw new UncheckedIOException("cannot tell who we are", unknown);
        }
    }

    static Path distribution() {
        return Repository.built("it-tests/harness/target/keycloak");
    }
}
