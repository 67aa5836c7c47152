package org.cyberspaceid.vault.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What tells that a file was replaced: a new file has another key (inode) or another time. A file that is absent has none. */
record FileVersion(Object fileKey, FileTime modified) {
    static FileVersion of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileVersion(attributes.fileKey(), attributes.lastModifiedTime());
        } catch (IOException absent) {
            return new FileVersion(null, null);
        }
    }
}
