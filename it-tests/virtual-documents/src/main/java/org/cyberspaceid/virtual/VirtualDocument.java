package org.cyberspaceid.virtual;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.cyberspaceid.core.document.DocumentType;

/**
 * A virtual document: what is printed on it, and its chip. It keeps the chip's private key, as a chip does, and so does its JSON
 * form; nothing of it is secret.
 */
public final class VirtualDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredDocument stored;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    VirtualDocument(StoredDocument stored) {
        this.stored = stored;
    }

    /** A random identifier. */
    public String id() {
        return stored.id();
    }

    public DocumentType type() {
        return DocumentType.valueOf(stored.type());
    }

    public String number() {
        return stored.number();
    }

    public String name() {
        return stored.name();
    }

    public LocalDate birthDate() {
        return LocalDate.parse(stored.birthDate());
    }

    /** The last day on which it is valid. */
    public LocalDate expiresOn() {
        return LocalDate.parse(stored.expiresOn());
    }

    public Variant variant() {
        return Variant.valueOf(stored.variant());
    }

    /**
     * What a reader sends after it read this document.
     *
     * @param challenge the 8 bytes for Active Authentication, and the nonce of a statement
     * @param audience whom a statement is for
     * @return the JSON of {@code POST …/reader/readings/{reading_id}}, UTF-8
     */
    public byte[] submission(byte[] challenge, String audience) {
        return stored.chip().submission(challenge, audience);
    }

    /** As JSON, to be kept. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * From {@link #toJson()}.
     *
     * @throws IllegalArgumentException when it is not that
     */
    public static VirtualDocument fromJson(String json) {
        try {
            return new VirtualDocument(JSON.readValue(json, StoredDocument.class));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("not a virtual document", notOurs);
        }
    }

    @JsonValue
    StoredDocument stored() {
        return stored;
    }

    @Override
    public String toString() {
        return "VirtualDocument[" + stored.id() + "]";
    }
}
