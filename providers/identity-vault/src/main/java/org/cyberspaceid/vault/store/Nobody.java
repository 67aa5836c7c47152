package org.cyberspaceid.vault.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.document.PersonName;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;
import org.cyberspaceid.vault.keys.Keyring;

/**
 * Stands in where a number is looked up that nobody has: a record of the usual size, in memory only, is opened as somebody's would be.
 * Else the time of an answer told who has an ID; where the keys are in an HSM, by a call to it.
 */
final class Nobody {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
    private static final String WHO = "nobody";
    private static final int KEY_BYTES = 32;
    private static final Map<Keyring, IdentityRow> ROWS = Collections.synchronizedMap(new WeakHashMap<>());

    private Nobody() {}

    /** Costs what a person's row costs that is opened for the first time in a request. */
    static void open(Keyring keys) {
        new OpenPerson(keys, WHO, row(keys)).identity();
    }

    /** Sealed anew once there is a new record key: the old one will be destroyed. */
    private static IdentityRow row(Keyring keys) {
        String newest = keys.recordKeys().newest();
        return ROWS.compute(
                keys, (k, known) -> known != null && known.recordKey().equals(newest) ? known : sealed(k));
    }

    private static IdentityRow sealed(Keyring keys) {
        VerifiedDocument document = new VerifiedDocument(
                DocumentNumber.parse(DocumentType.PASSPORT, "E00000000", SOME_DAY)
                        .orElseThrow(),
                new PersonName("无名氏", Optional.of("WUMING SHI")),
                SOME_DAY,
                SOME_DAY,
                VerifiedDocument.ChipProof.ORIGINAL);
        IdentityRecord record =
                new IdentityRecord(document, new MobileNumber("+8613800000000"), true, "2026-01-01", Instant.EPOCH);
        return NewRow.sealed(keys, new Place(IdentityEntity.SCHEMA, WHO, WHO), record, new byte[KEY_BYTES]);
    }
}
