package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.KEYED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;

import java.util.List;

/** The table of wrong guesses at a name and number ({@code identity_match}). */
final class MatchFields {
    static final List<KeptField> ALL = List.of(
            limit("limit_key", "a person at an ISP that compared wrongly, both in one hash", KEYED_HASH),
            limit("wrong", "how often it did in a day", PLAIN),
            limit("expires_at", "end of that day", PLAIN));

    private MatchFields() {}

    private static KeptField limit(String column, String what, Protection protection) {
        return new KeptField(
                "cid_match_limit." + column,
                what,
                protection,
                Purpose.PREVENT_ABUSE,
                Retention.COUNTER,
                NoticeCategory.COUNTER);
    }
}
