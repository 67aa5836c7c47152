package org.cyberspaceid.relyingparty.claims;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.vault.IdentityRecord;

/** A value of {@code real_identity}: who the person is, told only on a legal basis and when the person ticked it. */
public enum RealValue {
    NAME(record -> record.document().name().inDocument()),
    DOCUMENT_NUMBER(record -> record.document().number().value()),
    BIRTH_DATE(record -> record.document().birthDate().toString()),
    DOCUMENT_TYPE(record -> record.document().number().type().code()),
    /** None once the number is somebody else's. */
    MOBILE(record -> record.reachableAt().map(MobileNumber::e164).orElse(null));

    private final Function<IdentityRecord, String> reading;

    RealValue(Function<IdentityRecord, String> reading) {
        this.reading = reading;
    }

    /** The name in {@code verified_claims.claims}, in the ISP contract and in {@link Grant#realIdentityValues()}. */
    public String claimName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value with this claim name. */
    public static Optional<RealValue> ofClaim(String claimName) {
        return Arrays.stream(values())
                .filter(v -> v.claimName().equals(claimName))
                .findFirst();
    }

    /** Personal data: for the answer that is being written, and nowhere else. */
    Optional<String> of(IdentityRecord record) {
        return Optional.ofNullable(reading.apply(record));
    }
}
