package org.cyberspaceid.core.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The identity documents that the Measures accept (Order 173), each with the class of its chip. */
public enum DocumentType {
    RESIDENT_ID_CARD(ChipClass.ID),
    RESIDENCE_PERMIT_HK_MACAO(ChipClass.ID),
    RESIDENCE_PERMIT_TAIWAN(ChipClass.ID),
    FOREIGN_PERMANENT_RESIDENT_ID(ChipClass.ID),
    FOREIGN_PERMANENT_RESIDENT_ID_2017(ChipClass.ID),
    TRAVEL_PERMIT_HK_MACAO(ChipClass.TRAVEL),
    TRAVEL_PERMIT_TAIWAN(ChipClass.TRAVEL),
    PASSPORT(ChipClass.TRAVEL);

    private final ChipClass chipClass;

    DocumentType(ChipClass chipClass) {
        this.chipClass = chipClass;
    }

    /** How its chip is read. */
    public ChipClass chipClass() {
        return chipClass;
    }

    /** The stable name used in forms, statements and message keys, for example {@code resident_id_card}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this code, if there is one. */
    public static Optional<DocumentType> ofCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst();
    }
}
