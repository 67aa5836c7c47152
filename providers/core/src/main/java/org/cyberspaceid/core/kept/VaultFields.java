package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.NoticeCategory.ACCOUNT;
import static org.cyberspaceid.core.kept.NoticeCategory.DOCUMENT;
import static org.cyberspaceid.core.kept.NoticeCategory.MACHINE;
import static org.cyberspaceid.core.kept.NoticeCategory.MOBILE;
import static org.cyberspaceid.core.kept.Protection.KEYED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Protection.RANDOM;
import static org.cyberspaceid.core.kept.Protection.SEALED;
import static org.cyberspaceid.core.kept.Purpose.KEYS;
import static org.cyberspaceid.core.kept.Purpose.ONE_ID_EACH;
import static org.cyberspaceid.core.kept.Purpose.SIGN_IN;

import java.util.List;

/** The tables of the identity vault. */
final class VaultFields {
    static final List<KeptField> ALL = List.of(
            identity("user_id", "random id of the account", RANDOM, SIGN_IN, ACCOUNT),
            identity("realm_id", "id of the realm", RANDOM, SIGN_IN, ACCOUNT),
            identity("schema_version", "layout of the record", PLAIN, KEYS, ACCOUNT),
            identity("person_index", "which person it is", KEYED_HASH, ONE_ID_EACH, DOCUMENT),
            identity("document_index", "type and number of the document", KEYED_HASH, ONE_ID_EACH, DOCUMENT),
            identity("mobile_index", "mobile number", KEYED_HASH, SIGN_IN, MOBILE),
            identity("record_key", "name of the key that seals the data key", PLAIN, KEYS, ACCOUNT),
            identity("sealed_data_key", "the person's own data key", SEALED, KEYS, ACCOUNT),
            identity("sealed_record", "the record, field by field as above", SEALED, Purpose.ANSWERS, DOCUMENT),
            identity("sealed_person_key", "the person's key", SEALED, Purpose.NETWORK_NUMBER, ACCOUNT),
            template("user_id", "random id of the account", RANDOM),
            template(
                    "sealed",
                    "the live face's features (128 numbers and the model that made them), by consent",
                    SEALED),
            enrolment("id_hash", "hash of the enrolment's random id", RANDOM),
            enrolment("realm_id", "id of the realm", RANDOM),
            enrolment("version", "how often it was rewritten", PLAIN),
            enrolment("deadline", "its end", PLAIN),
            enrolment("record_key", "name of the key that seals the data key", PLAIN),
            enrolment("sealed_data_key", "the data key of this state alone", SEALED),
            enrolment(
                    "sealed_state",
                    "what was read and entered so far, and a population registry's reference to the person; the face's"
                            + " features until it matched, or until they are kept by consent; the same of a face check at"
                            + " sign-in; for minutes, of a sign-in that a phone is to approve: the ISP, the browser's"
                            + " family, and whose phone opened it",
                    SEALED),
            deletion("id", "id of the entry", RANDOM),
            deletion("realm_id", "id of the realm", RANDOM),
            deletion("user_id", "random id of the account that was closed", RANDOM),
            deletion("deleted_at", "when it was closed", PLAIN),
            deletion("written", "whether the entry was copied to where a restore finds it", PLAIN),
            new KeptField(
                    KeptField.JOURNAL + ".deletions",
                    "the same entries in a file outside the database: times and random ids",
                    RANDOM,
                    Purpose.REPEAT_DELETION,
                    Retention.DELETION,
                    NoticeCategory.CLOSED),
            pairwise(
                    "row_id",
                    "where it lies, found only by whoever can open the record and tries this ISP",
                    KEYED_HASH),
            pairwise("realm_id", "id of the realm", RANDOM),
            pairwise(
                    "sealed",
                    "which answers the person agreed to or declined, and until when; the receipts of disclosures; how"
                            + " often the number was renewed",
                    SEALED),
            pairwise("last_month", "the month after which it is deleted", PLAIN),
            key("cid_key_check.purpose", "what a key is for", PLAIN),
            key("cid_key_check.check_value", "what the key makes of a fixed text", KEYED_HASH),
            key("cid_record_key.name", "name of a key", PLAIN),
            key("cid_record_key.made_at", "when it was made", PLAIN),
            key("cid_record_key.unused_since", "since when no row needs it", PLAIN));

    private VaultFields() {}

    private static KeptField identity(
            String column, String what, Protection protection, Purpose purpose, NoticeCategory category) {
        String where = "cid_identity." + column;
        return new KeptField(where, what, protection, purpose, Retention.UNTIL_CLOSED, category);
    }

    private static KeptField template(String column, String what, Protection protection) {
        String where = "cid_face_template." + column;
        return new KeptField(
                where, what, protection, Purpose.FACE_AGAIN, Retention.UNTIL_TAKEN_BACK, NoticeCategory.FACE);
    }

    private static KeptField enrolment(String column, String what, Protection protection) {
        String where = "cid_enrolment." + column;
        return new KeptField(
                where, what, protection, Purpose.ENROLMENT, Retention.ENROLMENT, NoticeCategory.UNFINISHED);
    }

    private static KeptField deletion(String column, String what, Protection protection) {
        String where = "cid_deletion." + column;
        return new KeptField(
                where, what, protection, Purpose.REPEAT_DELETION, Retention.DELETION, NoticeCategory.CLOSED);
    }

    private static KeptField pairwise(String column, String what, Protection protection) {
        String where = "cid_pairwise." + column;
        return new KeptField(where, what, protection, Purpose.CONSENT, Retention.PAIRWISE, NoticeCategory.CONSENT);
    }

    private static KeptField key(String where, String what, Protection protection) {
        return new KeptField(where, what, protection, KEYS, Retention.KEY, MACHINE);
    }
}
