package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.KEYED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;

import java.util.List;

/** The tables of the SMS codes and of the known devices. */
final class MobileFields {
    static final List<KeptField> ALL = List.of(
            code("code_key", "which number and use a code is for", KEYED_HASH),
            code("code_hash", "the code", KEYED_HASH),
            code("tries_left", "tries left", PLAIN),
            code("expires_at", "end of the code", PLAIN),
            limit("number_index", "a number that got messages", KEYED_HASH),
            limit("sent_at", "when the last day's messages went to it", PLAIN),
            limit("last_sent_at", "when the last one did", PLAIN),
            device("device_hash", "hash of the random bits in the device's cookie", RANDOM),
            device("user_id", "random id of the account", RANDOM),
            device("password_set_at", "when the password was set that the device is known with", PLAIN),
            device("expires_at", "until when the device is known", PLAIN));

    private MobileFields() {}

    private static KeptField code(String column, String what, Protection protection) {
        return counter("cid_sms_code." + column, what, protection, Retention.CODE);
    }

    private static KeptField limit(String column, String what, Protection protection) {
        return counter("cid_sms_limit." + column, what, protection, Retention.COUNTER);
    }

    private static KeptField counter(String where, String what, Protection protection, Retention retention) {
        return new KeptField(where, what, protection, Purpose.PREVENT_ABUSE, retention, NoticeCategory.COUNTER);
    }

    private static KeptField device(String column, String what, Protection protection) {
        String where = "cid_known_device." + column;
        return new KeptField(where, what, protection, Purpose.KNOWN_DEVICE, Retention.DEVICE, NoticeCategory.DEVICE);
    }
}
