package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;

import java.util.List;

/** The table of recoveries that wait. Nothing in it is sealed: it says who and until when, and holds no password and no number. */
final class RecoveryFields {
    static final List<KeptField> ALL = List.of(
            waiting("user_id", "random id of the account", RANDOM),
            waiting("due_at", "until when a recovery waits", PLAIN),
            waiting("ends_at", "until when it can be taken up", PLAIN));

    private RecoveryFields() {}

    private static KeptField waiting(String column, String what, Protection protection) {
        String where = "cid_recovery." + column;
        return new KeptField(where, what, protection, Purpose.RECOVER, Retention.RECOVERY, NoticeCategory.RECOVERY);
    }
}
