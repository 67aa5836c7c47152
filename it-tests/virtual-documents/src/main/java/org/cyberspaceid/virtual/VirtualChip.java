package org.cyberspaceid.virtual;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is inside a virtual document. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "class")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TravelChip.class, name = "travel"),
    @JsonSubTypes.Type(value = CardStatement.class, name = "id")
})
sealed interface VirtualChip permits TravelChip, CardStatement {

    /** See {@link VirtualDocument#submission}. */
    byte[] submission(byte[] challenge, String audience);
}
