package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.KEYED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;

import java.util.List;

/** The table of what may be tried only so often: passwords, codes, faces, and guesses at a name and number ({@code identity_match}). */
final class AttemptFields {
    static final List<KeptField> ALL = List.of(
            attempt(
                    "attempt_key",
                    "whose attempts they are, in one hash with their kind: an account, with or without one of its devices; a mobile number;"
                            + " a network address; a device; a document; or a person at an ISP",
                    KEYED_HASH),
            attempt("taken", "how many there were", PLAIN),
            attempt("most", "how many there may be", PLAIN),
            attempt("expires_at", "when counting begins anew", PLAIN));

    private AttemptFields() {}

    private static KeptField attempt(String column, String what, Protection protection) {
        return new KeptField(
                "cid_attempt." + column,
                what,
                protection,
                Purpose.PREVENT_ABUSE,
                Retention.ATTEMPT,
                NoticeCategory.COUNTER);
    }
}
