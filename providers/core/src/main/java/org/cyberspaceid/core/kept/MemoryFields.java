package org.cyberspaceid.core.kept;

import static org.cyberspaceid.core.kept.Protection.PLAIN;

import java.util.List;

/** What is never in the database: the servers' memory, and the log that they write. */
final class MemoryFields {
    static final List<KeptField> ALL = List.of(
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
