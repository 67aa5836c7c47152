package org.cyberspaceid.harness;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Keycloak with our providers in it, built once per set of provider jars and build options: {@code kc.sh build} takes half of a
 * minute, an optimized start some seconds. The homes lie side by side under {@code it-tests/harness/target/built/<hash>}.
 */
final class KeycloakHome {
    private static final String DONE = ".built";
    private static final Object WITHIN_THIS_JVM = new Object();

    private KeycloakHome() {}

    /** The home for these options, built now if it is not there. */
    static Path with(Map<String, String> buildOptions, Map<String, String> environment) {
        Path distribution = Repository.built("it-tests/harness/target/keycloak");
        Path conf = Repository.root().resolve("docker/keycloak/keycloak.conf");
        List<Path> providers = ProviderJars.all(distribution);
        Map<String, String> options = new TreeMap<>(buildOptions);
        String hash = new Fingerprint()
                .text(distribution.resolve("version.txt"))
                .text(conf)
                .files(providers)
                .words(options.toString(), new TreeMap<>(environment).toString())
                .hex();
        Path home = Repository.root().resolve("it-tests/harness/target/built").resolve(hash);
        Recipe recipe = new Recipe(distribution, conf, providers, options, environment, home);
        synchronized (WITHIN_THIS_JVM) {
            return onlyOnce(recipe);
        }
    }

    private record Recipe(
            Path distribution,
            Path conf,
            List<Path> providers,
            Map<String, String> options,
            Map<String, String> environment,
            Path home) {}

    private static Path onlyOnce(Recipe recipe) {
        try {
            Files.createDirectories(recipe.home().getParent());
            Path lockFile = recipe.home().resolveSibling("lock");
            try (RandomAccessFile file = new RandomAccessFile(lockFile.toFile(), "rw");
                    FileLock held = file.getChannel().lock()) {
                if (held.isValid() && !Files.exists(recipe.home().resolve(DONE))) {
                    build(recipe);
                }
                return recipe.home();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot build " + recipe.home(), failed);
        }
    }

    private static void build(Recipe recipe) throws IOException {
        Path home = recipe.home();
        Folders.delete(home);
        copy(recipe.distribution(), home);
        for (Path jar : recipe.providers()) {
            Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()));
        }
        Files.copy(recipe.conf(), home.resolve("conf/cyberspace-id.conf"));
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.add("--config-file=" + home.resolve("conf/cyberspace-id.conf"));
        command.add("build");
        recipe.options().forEach((name, value) -> command.add("--" + name + "=" + value));
        ChildProcess.run(
                "kc.sh build", command, recipe.environment(), home.resolveSibling(home.getFileName() + ".log"));
        Files.createFile(home.resolve(DONE));
    }

    /** Links the libraries, which nobody writes to, and copies the rest. */
    private static void copy(Path from, Path to) throws IOException {
        Path libraries = from.resolve("lib/lib");
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file));
                if (file.startsWith(libraries)) {
                    Files.createLink(target, file);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The jars of {@code it-tests/harness/target/providers}. */
    static final class ProviderJars {
        private ProviderJars() {}

        static List<Path> all(Path distribution) {
            try (Stream<Path> jars = Files.list(Repository.built("it-tests/harness/target/providers"));
                    Stream<Path> bundled = Files.list(distribution.resolve("lib/lib/main"))) {
                List<Path> ours =
                        jars.filter(j -> j.toString().endsWith(".jar")).sorted().toList();
                refuseBundled(ours, bundled.map(j -> j.getFileName().toString()).toList());
                return ours;
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot list the provider jars", unreadable);
            }
        }

        /** Two versions of one library on Keycloak's flat class path fail late and strangely: fail early and plainly. */
        private static void refuseBundled(List<Path> ours, List<String> bundled) {
            for (Path jar : ours) {
                String artifact = jar.getFileName().toString().replaceFirst("\\.jar$", "");
                bundled.stream()
                        .filter(b -> b.matches(java.util.regex.Pattern.quote(artifact) + "-\\d.*"))
                        .findFirst()
                        .ifPresent(b -> {
                            throw new HarnessException(artifact + " is bundled by Keycloak (" + b
                                    + "): declare it provided, or exclude it");
                        });
            }
        }
    }
}
