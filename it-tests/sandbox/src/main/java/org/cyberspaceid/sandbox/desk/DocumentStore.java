package org.cyberspaceid.sandbox.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyberspaceid.virtual.VirtualDocument;

/** The virtual documents that were made, one file each. */
public final class DocumentStore {
    private final Path folder;
    private final Map<String, VirtualDocument> documents = Collections.synchronizedMap(new LinkedHashMap<>());

    DocumentStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.sorted(java.util.Comparator.comparing(DocumentStore::age)).forEach(this::load);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }

    /** Keeps a document across restarts. */
    public VirtualDocument keep(VirtualDocument document) {
        try {
            Files.writeString(folder.resolve(document.id() + ".json"), document.toJson());
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot keep a document in " + folder, cannot);
        }
        documents.put(document.id(), document);
        return document;
    }

    /** Oldest first. */
    public List<VirtualDocument> all() {
        synchronized (documents) {
            return List.copyOf(documents.values());
        }
    }

    Optional<VirtualDocument> find(String unverifiedId) {
        return Optional.ofNullable(documents.get(unverifiedId));
    }

    private void load(Path file) {
        try {
            VirtualDocument document = VirtualDocument.fromJson(Files.readString(file));
            documents.put(document.id(), document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static java.nio.file.attribute.FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
