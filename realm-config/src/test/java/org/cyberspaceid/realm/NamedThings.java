package org.cyberspaceid.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Classes, files, links and settings of the realm that a page names, looked for in the source tree. */
final class NamedThings {
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");

    /** A class, and what it has of that name: {@code `SignInFlowTest#aNewDeviceNeedsACode`}. */
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:#([a-z][A-Za-z0-9]*))?`");

    private static final Pattern FILE = Pattern.compile("`([A-Za-z-]+\\.(?:ftl|md|json))`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern SETTING = Pattern.compile("`([a-z][A-Za-z]+)=([^`]+)`");

    private final Path folder;
    private final Map<String, Path> sources;

    /**
     * Reads the names of the tree's files.
     *
     * @param root of the repository
     * @param folder of the page, from which its links go
     */
    NamedThings(Path root, Path folder) throws IOException {
        this.folder = folder;
        this.sources = sources(root);
    }

    /** What a text names and the tree has not. */
    List<String> missing(String text) {
        List<String> missing = new ArrayList<>();
        CLASS.matcher(text).results().forEach(found -> classOrMethod(found).ifPresent(missing::add));
        FILE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !sources.containsKey(name))
                .forEach(name -> missing.add("file " + name));
        LINK.matcher(text)
                .results()
                .filter(found -> !found.group(1).startsWith("https://"))
                .filter(found -> !leadsSomewhere(found))
                .forEach(found ->
                        missing.add("link " + found.group().substring(2).replace(")", "")));
        JsonNode realm = RealmFiles.load().settings();
        SETTING.matcher(text)
                .results()
                .filter(found -> !realm.path(found.group(1)).asText().equals(found.group(2)))
                .forEach(found -> missing.add("setting " + found.group(1) + "=" + found.group(2)));
        return missing.stream().distinct().toList();
    }

    private Optional<String> classOrMethod(MatchResult found) {
        String name = found.group(1);
        String method = found.group(2);
        Path source = sources.get(name + ".java");
        if (source == null) {
            return Optional.of("class " + name);
        }
        return method == null || read(source).contains("void " + method + "(")
                ? Optional.empty()
                : Optional.of(name + "#" + method);
    }

    private boolean leadsSomewhere(MatchResult link) {
        Path target = folder.resolve(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null
                        || read(target)
                                .lines()
                                .anyMatch(line ->
                                        line.startsWith("#") && anchor(line).equals(link.group(2))));
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }

    /** Every file of the tree that is no product of the build, by its name. */
    private static Map<String, Path> sources(Path root) throws IOException {
        Map<String, Path> found = new HashMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.put(file.getFileName().toString(), file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
