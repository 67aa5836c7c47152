package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.NoticeCategory.ACCOUNT;
import static org.cyberspaceid.core.kept.NoticeCategory.DOCUMENT;
import static org.cyberspaceid.core.kept.NoticeCategory.MOBILE;
import static org.cyberspaceid.core.kept.Purpose.AGREEMENT;
import static org.cyberspaceid.core.kept.Purpose.ANSWERS;
import static org.cyberspaceid.core.kept.Purpose.REAL_IDENTITY;
import static org.cyberspaceid.core.kept.Purpose.SIGN_IN;

import java.util.List;

/** The sealed record of an enrolled person. */
final class RecordFields {
    static final List<KeptField> ALL = List.of(
            field("documentType", "type of the document", ANSWERS, DOCUMENT),
            field(
                    "documentNumber",
                    "number of the document; its digits are also kept out of the password",
                    REAL_IDENTITY,
                    DOCUMENT),
            field("name", "name as the document has it", REAL_IDENTITY, DOCUMENT),
            field("latinName", "name in Latin letters, where the document has it", REAL_IDENTITY, DOCUMENT),
            field("birthDate", "birth date", ANSWERS, DOCUMENT),
            field("expiresOn", "last day of the document", ANSWERS, DOCUMENT),
            field("chipProof", "how the chip proved to be the original", ANSWERS, DOCUMENT),
            field("mobile", "mobile number", SIGN_IN, MOBILE),
            field("mobileVerified", "whether it answered a code", ANSWERS, MOBILE),
            field("noticeVersion", "version of the notice that was agreed to", AGREEMENT, ACCOUNT),
            field("enrolledAt", "when the ID was issued", AGREEMENT, ACCOUNT));

    private RecordFields() {}

    private static KeptField field(String name, String what, Purpose purpose, NoticeCategory category) {
        String where = KeptField.RECORD + "." + name;
        return new KeptField(where, what, Protection.SEALED, purpose, Retention.UNTIL_CLOSED, category);
    }
}
