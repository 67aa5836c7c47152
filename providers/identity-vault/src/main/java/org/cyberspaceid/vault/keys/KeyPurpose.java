package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a keyset is for. One keyset serves one purpose, so that no output of one use ever means anything in another. */
public enum KeyPurpose {
    /** Seals the records and person keys of enrolled people. Rotates. */
    RECORD(PredefinedAeadParameters.AES256_GCM),
    /** Seals half-finished enrolments: rewritten at every step, so they must not use up the record key's messages. Rotates. */
    ENROLMENT(PredefinedAeadParameters.AES256_GCM),
    /** Keyed hashes for lookups. Never replaced: every row would be lost. */
    BLIND_INDEX(PredefinedPrfParameters.HMAC_SHA256_PRF),
    /** Derives person keys ({@code oidc.md}). Never replaced: whoever enrols again would become another person. */
    PERSON_KEY(PredefinedPrfParameters.HMAC_SHA256_PRF),
    /** Derives network numbers ({@code oidc.md}). Never replaced: every account at every service would be lost. */
    NETWORK_NUMBER(PredefinedPrfParameters.HMAC_SHA256_PRF);

    private final Parameters parameters;

    KeyPurpose(Parameters parameters) {
        this.parameters = parameters;
    }

    Parameters parameters() {
        return parameters;
    }

    /** Whether its keys seal, rather than derive. */
    boolean seals() {
        return this == RECORD || this == ENROLMENT;
    }

    /** The purposes whose keys are only ever wrapped anew. */
    public static List<KeyPurpose> neverReplaced() {
        return Arrays.stream(values()).filter(p -> !p.seals()).toList();
    }

    /** Its stable name in the keyset file, for example {@code blind-index}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
