package org.cyberspaceid.core.document;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A document number that follows its type's rule (shape, check character, real birth date). Its string form shows nothing of the
 * number, so that it cannot slip into a log.
 */
public final class DocumentNumber {
    private final DocumentType type;
    private final String value;

    private DocumentNumber(DocumentType type, String value) {
        this.type = type;
        this.value = value;
    }

    /**
     * Reads a number.
     *
     * @param unverified the number as printed; surrounding blanks and a small {@code x} are accepted
     * @param today the day in Asia/Shanghai: a birth date inside the number must not lie after it
     * @return empty when the number does not follow the rule of its type
     */
    public static Optional<DocumentNumber> parse(DocumentType type, String unverified, LocalDate today) {
        return type.numberRule().normalise(unverified, today).map(n -> new DocumentNumber(type, n));
    }

    /** The birth date that is part of the number, for the types that carry one. */
    public Optional<LocalDate> birthDate() {
        return type.numberRule().birthDate(value);
    }

    public DocumentType type() {
        return type;
    }

    /** The plain number: personal data, for sealing, indexing and comparison only. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentNumber n && n.type == type && n.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, value);
    }

    @Override
    public String toString() {
        return "DocumentNumber[" + type.code() + "]";
    }
}
