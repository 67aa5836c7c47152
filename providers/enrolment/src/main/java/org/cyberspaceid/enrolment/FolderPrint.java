package org.cyberspaceid.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names, sizes and times of the files of folders: whether anything changed, without reading them. Works on network and container mounts, where watching does not. */
final class FolderPrint {
    private FolderPrint() {}

    /** Equal as long as nothing changed. A folder that cannot be read has a print, too. */
    static String of(List<Path> folders) {
        TreeMap<String, String> entries = new TreeMap<>();
        folders.forEach(folder -> add(folder, entries));
        return entries.toString();
    }

    private static void add(Path folder, TreeMap<String, String> entries) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                entries.put(
                        file.toString(),
                        Files.size(file) + "@" + Files.getLastModifiedTime(file).toInstant());
            }
        } catch (IOException unreadable) {
            entries.put(folder.toString(), unreadable.getClass().getSimpleName());
        }
    }
}
