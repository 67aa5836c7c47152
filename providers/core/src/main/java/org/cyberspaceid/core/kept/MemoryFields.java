package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.NoticeCategory.COUNTER;
import static org.cyberspaceid.core.kept.Protection.KEYED_HASH;
import static org.cyberspaceid.core.kept.Protection.PLAIN;
import static org.cyberspaceid.core.kept.Purpose.PREVENT_ABUSE;

import java.util.List;

/** What is never in the database: the servers' memory, and the log that they write. */
final class MemoryFields {
    static final List<KeptField> ALL = List.of(
            new KeptField(
                    KeptField.MEMORY + ".face-attempts",
                    "today's face attempts: with a document, its number as the hash; at sign-in, the account's random id as the hash",
                    KEYED_HASH,
                    PREVENT_ABUSE,
                    Retention.COUNTER,
                    COUNTER),
            new KeptField(
                    KeptField.MEMORY + ".wrong-passwords",
                    "wrong passwords of an account: random id, how many, when last and from which address",
                    PLAIN,
                    PREVENT_ABUSE,
                    Retention.COUNTER,
                    COUNTER),
            new KeptField(
                    KeptField.MEMORY + ".open-pages",
                    "where a sign-in or enrolment that is under way came from and how far it is",
                    PLAIN,
                    Purpose.ENROLMENT,
                    Retention.OPEN_PAGE,
                    NoticeCategory.UNFINISHED),
            new KeptField(
                    KeptField.LOG + ".refusals",
                    "lines about refused sign-ins and enrolments: time, address, ISP, random id, reason",
                    PLAIN,
                    Purpose.NETWORK_LOG,
                    Retention.LOG,
                    NoticeCategory.LOG));

    private MemoryFields() {}
}
