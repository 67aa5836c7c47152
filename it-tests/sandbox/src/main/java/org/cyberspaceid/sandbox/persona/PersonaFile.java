package org.cyberspaceid.sandbox.persona;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is enrolled already; kept beside the database and written as soon as each is. */
public final class PersonaFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Persona> known = new LinkedHashMap<>();

    public PersonaFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read().forEach(p -> known.put(p.id(), p));
        }
    }

    public synchronized Optional<Persona> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    public synchronized Persona keep(Persona persona) {
        known.put(persona.id(), persona);
        try {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.write(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(known.values()));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannot) {
            throw new UncheckedIOException("cannot keep the personas in " + file, cannot);
        }
        return persona;
    }

    private List<Persona> read() {
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + "; -Dfresh starts over", unreadable);
        }
    }
}
