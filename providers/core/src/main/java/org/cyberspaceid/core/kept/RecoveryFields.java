package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;

import java.util.List;

/** The tables of recoveries that wait and of reminders. Nothing of the first is sealed: it says who and until when, and holds no password and no number. */
final class RecoveryFields {
    static final List<KeptField> ALL = List.of(
            waiting("user_id", "random id of the account", RANDOM),
            waiting("due_at", "until when a recovery waits", PLAIN),
            waiting("ends_at", "until when it can be taken up", PLAIN),
            reminder("user_id", "random id of the account", RANDOM),
            reminder("look_on", "when to look next, a Monday or within a week of a reminder", PLAIN),
            reminder("reminded", "how many reminders are past", PLAIN));

    private RecoveryFields() {}

    private static KeptField reminder(String column, String what, Protection protection) {
        String where = "cid_expiry_reminder." + column;
        return new KeptField(
                where, what, protection, Purpose.REMIND, Retention.UNTIL_REMINDED, NoticeCategory.REMINDER);
    }

    private static KeptField waiting(String column, String what, Protection protection) {
        String where = "cid_recovery." + column;
        return new KeptField(where, what, protection, Purpose.RECOVER, Retention.RECOVERY, NoticeCategory.RECOVERY);
    }
}
