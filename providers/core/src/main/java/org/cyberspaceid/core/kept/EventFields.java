package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;
import static org.cyberspaceid.core.kept.Protection.SEALED;

import java.util.List;

/** The queue of what ISPs are to be told of a person's ID. */
final class EventFields {
    static final List<KeptField> ALL = List.of(
            waiting("id", "random id of the message's row", RANDOM),
            waiting("realm_id", "id of the realm", RANDOM),
            waiting("due_at", "when it is sent next", PLAIN),
            waiting("attempts", "how often it was tried", PLAIN),
            waiting("sealed", "which ISP, the person's number there, and that the ID ended or may be misused", SEALED));

    private EventFields() {}

    private static KeptField waiting(String column, String what, Protection protection) {
        return new KeptField(
                "cid_security_event." + column,
                what,
                protection,
                Purpose.WARN_ISPS,
                Retention.MESSAGE,
                NoticeCategory.MESSAGE);
    }
}
