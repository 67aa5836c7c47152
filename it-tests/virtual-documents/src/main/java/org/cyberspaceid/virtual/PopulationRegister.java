package org.cyberspaceid.virtual;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** What the sandbox authority knows of the documents it issued, a file each, so that several processes can issue from one folder. */
public final class PopulationRegister {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "[A-Z0-9]{8,18}";

    private final Path folder;

    PopulationRegister(Path authorityFolder) throws IOException {
        this.folder = Files.createDirectories(authorityFolder.resolve("register"));
    }

    /** A document by its number, which may be anything. */
    public Optional<RegisteredDocument> find(String unverifiedNumber) {
        if (!unverifiedNumber.matches(NUMBER) || !Files.exists(file(unverifiedNumber))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file(unverifiedNumber).toFile(), RegisteredDocument.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Has it known that two documents are one person's. Otherwise it refers to nobody.
     *
     * @throws java.util.NoSuchElementException when it knows one of them not at all
     */
    public void onePerson(VirtualDocument one, VirtualDocument other) {
        String reference = UUID.randomUUID().toString();
        put(find(one.number()).orElseThrow().of(reference));
        put(find(other.number()).orElseThrow().of(reference));
    }

    void put(RegisteredDocument document) {
        if (!document.number().matches(NUMBER)) {
            return; // broken on purpose: no register has it
        }
        try {
            Path written = Files.createTempFile(folder, "new", null);
            JSON.writeValue(written.toFile(), document);
            Files.move(written, file(document.number()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private Path file(String number) {
        return folder.resolve(number + ".json");
    }
}
