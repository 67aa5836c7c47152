package org.cyberspaceid.vault.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;

/**
 * The record as JSON, schema version 2: exactly the fields kept about a person. It is filled up with blanks to a multiple of 512
 * bytes, so that the length of the sealed value tells neither the length of a name nor the type of a document.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordJson(
        String documentType,
        String documentNumber,
        String name,
        String latinName,
        String birthDate,
        String expiresOn,
        String chipProof,
        String mobile,
        boolean mobileVerified,
        String noticeVersion,
        String enrolledAt) {

    private static final int BLOCK = 512;
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] write(IdentityRecord identity) {
        try {
            return filled(JSON.writeValueAsBytes(of(identity)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record is always JSON");
        }
    }

    private static RecordJson of(IdentityRecord identity) {
        VerifiedDocument document = identity.document();
        return new RecordJson(
                document.number().type().code(),
                document.number().value(),
                document.name().inDocument(),
                document.name().latin().orElse(null),
                document.birthDate().toString(),
                document.expiresOn().toString(),
                document.chipProof().name(),
                identity.mobile().e164(),
                identity.mobileVerified(),
                identity.noticeVersion(),
                identity.enrolledAt().toString());
    }

    static IdentityRecord read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, RecordJson.class).identity();
        } catch (IOException broken) {
            // Without the cause: its message could quote the record.
            throw new IllegalStateException("a record does not follow schema version 2");
        }
    }

    private IdentityRecord identity() {
        return new IdentityRecord(
                document(), new MobileNumber(mobile), mobileVerified, noticeVersion, Instant.parse(enrolledAt));
    }

    private VerifiedDocument document() {
        DocumentNumber number = DocumentType.ofCode(documentType)
                // The day on which the number was read is long past: the rule about the future was kept then.
                .flatMap(type -> DocumentNumber.parse(type, documentNumber, LocalDate.MAX))
                .orElseThrow(() -> new IllegalStateException("a record does not follow schema version 2"));
        return new VerifiedDocument(
                number,
                new PersonName(name, Optional.ofNullable(latinName)),
                LocalDate.parse(birthDate),
                LocalDate.parse(expiresOn),
                VerifiedDocument.ChipProof.valueOf(chipProof));
    }

    private static byte[] filled(byte[] json) {
        byte[] filled = Arrays.copyOf(json, (json.length / BLOCK + 1) * BLOCK);
        Arrays.fill(filled, json.length, filled.length, (byte) ' ');
        return filled;
    }

    @Override
    public String toString() {
        return "RecordJson[" + documentType + "]";
    }
}
