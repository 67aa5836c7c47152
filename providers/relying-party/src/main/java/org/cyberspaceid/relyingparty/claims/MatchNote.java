package org.cyberspaceid.relyingparty.claims;

import java.util.Optional;

/** The client note with what came of a comparison: one boolean. */
final class MatchNote {
    static final String NAME = "cyberspaceid.identity-match";

    private MatchNote() {}

    static Optional<Boolean> read(String note) {
        return Optional.ofNullable(note).map(Boolean::valueOf);
    }
}
