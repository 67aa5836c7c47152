package org.cyberspaceid.vault.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a keyset is for. One keyset serves one purpose, so that no output of one use ever means anything in another. The records of
 * people and half-finished enrolments are not among them: each has a data key of its own, under {@link RecordKeys}.
 */
public enum KeyPurpose {
    /** Seals the cookie of a known device. Rotates. */
    DEVICE_COOKIE(Kind.SEALS),
    /** Seals what waits a few days to be sent. Rotates. */
    QUEUE(Kind.SEALS),
    /** Keyed hashes for lookups. Never replaced: every row would be lost. */
    BLIND_INDEX(Kind.DERIVES_FOR_EVER),
    /** Derives person keys ({@code oidc.md}). Never replaced: whoever enrols again would become another person. */
    PERSON_KEY(Kind.DERIVES_FOR_EVER),
    /** Derives network numbers ({@code oidc.md}). Never replaced: every account at every service would be lost. */
    NETWORK_NUMBER(Kind.DERIVES_FOR_EVER),
    /** Hashes passwords before Argon2id. Rotates: a hash names the key it was made with and is made anew at the next sign-in. */
    PASSWORD_PEPPER(Kind.DERIVES);

    private final Kind kind;

    KeyPurpose(Kind kind) {
        this.kind = kind;
    }

    /** Whether its keys seal, rather than derive. */
    boolean seals() {
        return kind == Kind.SEALS;
    }

    /** Whether its one key is only ever wrapped anew. */
    public boolean isNeverReplaced() {
        return kind == Kind.DERIVES_FOR_EVER;
    }

    /** The purposes whose keys are only ever wrapped anew. */
    public static List<KeyPurpose> neverReplaced() {
        return Arrays.stream(values()).filter(KeyPurpose::isNeverReplaced).toList();
    }

    /** Its stable name in the keyset file, for example {@code blind-index}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private enum Kind {
        SEALS,
        DERIVES,
        DERIVES_FOR_EVER
    }
}
