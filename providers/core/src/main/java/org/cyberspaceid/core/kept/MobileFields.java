package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.KEYED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;
import static org.cyberspaceid.core.kept.Protection.SEALED;

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
            device("expires_at", "until when the device is known", PLAIN),
            device("row_id", "random id of the device", RANDOM),
            device("sealed_name", "family of browser and system, or the name that its owner gave it", SEALED),
            device("last_used_day", "the day of the last sign-in on it", PLAIN),
            passkey("cid_passkey.credential_id", "random id of the passkey", RANDOM),
            passkey("cid_passkey.user_id", "random id of the account", RANDOM),
            passkey(
                    "cid_passkey.sealed_name",
                    "family of browser and system, or the name that its owner gave it",
                    SEALED),
            passkey("cid_passkey.last_used_day", "the day of the last sign-in with it", PLAIN),
            frozen("cid_frozen.user_id", "random id of the account that is frozen", RANDOM),
            frozen("cid_frozen.frozen_at", "since when", PLAIN));

    private MobileFields() {}

    private static KeptField passkey(String where, String what, Protection protection) {
        return new KeptField(where, what, protection, Purpose.PASSKEY, Retention.UNTIL_REMOVED, NoticeCategory.DEVICE);
    }

    private static KeptField frozen(String where, String what, Protection protection) {
        return new KeptField(where, what, protection, Purpose.FREEZE, Retention.UNTIL_UNFROZEN, NoticeCategory.DEVICE);
    }

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
