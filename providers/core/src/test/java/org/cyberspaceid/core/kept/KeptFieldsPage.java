package org.cyberspaceid.core.kept;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the page of the documentation from the list. */
final class KeptFieldsPage {
    private static final String HEAD = """
            # Everything that is kept of a citizen

            Made from the list `org.cyberspaceid.core.kept.KeptField` by `KeptFieldsPageTest`; do not edit it by hand. The same list is compared with the
            database's tables (`KeptTables`) and with the texts of the notice page. What is not here is not kept.

            `record.…` are the fields inside the sealed record (`cid_identity.sealed_record`), `memory.…` is in the servers' memory only, `log.…` in the log they
            write; everything else is `table.column`. Of Keycloak's tables the columns that say something about a person are listed. The person's own browser holds the
            cookies of the sign-in (one that says, sealed, who is signed in, until the browser is closed) and, where the person asked for it, the known device's
            (180 days).

            """;

    private static final String TIMES = """

            ## How long, exactly

            - *How long* is the time in the database. "At most … more" is how long a job may take to come by and delete. "Until the ID is closed" is the same
              transaction: the rows of a person refer to Keycloak's user and go with it.
            - **Backups** (and archived write-ahead logs, which are part of them) cannot be edited. They must be deleted after %d days, and what was deleted in the
              database goes with them. Sealed records do not depend on that: a person's data key is sealed by a record key that is followed by the next after %d days
              and destroyed %d days after nothing uses it any more. So what is deleted today cannot be read from any copy after %d days.
            - Two things the software cannot do for a deployer: delete backups after %d days, and keep the servers' log (`log.…`) for %s days and no longer.
            """;

    private static final String AFTER = """

            ## What stays after a deletion

            When an ID is closed, these end at their own time. None of them holds an identity: a random id that leads to nobody any more, a time, an address, an ISP, or a
            keyed hash. The law asks for the log (CSL article 21); the entry of the deletion lets a restored backup delete the person again; the counters belong
            to a number or a document, not to an ID.

            """;

    private static final String NEVER = """

            ## What is never kept

            - Pictures: neither the photo in the chip nor the camera's frames. They are in memory for as long as it takes to look at them.
            - The face's features (the template), once the check has passed, unless the person ticked the separate consent (`cid_face_template`). Until then, for 30 minutes
              at most, they are sealed in `cid_enrolment.sealed_state`.
            - The password, in any form but a peppered Argon2id hash.
            - Name, mail address, number or birth date in the Keycloak user: `first_name`, `last_name` and `email` are empty, and a citizen has no row in
              `user_attribute`, `user_required_action`, `federated_identity` or a group.
            - Anything of the document beyond the record's fields: nationality, sex, place of birth, address, issuing authority, the chip's files and signatures.
            - The answers that an ISP got. They are computed on the day.
            - A network number. It is computed when it is needed.
            - The text of an SMS, its code in readable form, or the mobile number outside what is sealed. (The operator that delivers the SMS sees number and text.)
            """;

    private KeptFieldsPage() {}

    static String text() {
        return HEAD
                + row("what", "where", "protection", "why", "how long")
                + row("---", "---", "---", "---", "---")
                + KeptField.all().stream().map(KeptFieldsPage::row).collect(joining())
                + TIMES.formatted(
                        Backups.KEPT.toDays(),
                        Backups.KEY_PERIOD.toDays(),
                        Backups.KEPT.toDays(),
                        Backups.UNREADABLE_AFTER.toDays(),
                        Backups.KEPT.toDays(),
                        Retention.LOG.figures().get(0))
                + AFTER
                + row("where", "what", "why", "how long")
                + row("---", "---", "---", "---")
                + outliving().entrySet().stream()
                        .map(e -> row(e.getKey(), e.getValue()))
                        .collect(joining())
                + NEVER;
    }

    private static Map<String, List<KeptField>> outliving() {
        return KeptField.all().stream()
                .filter(f -> f.retention().outlivesTheId())
                .collect(groupingBy(KeptField::holder, LinkedHashMap::new, toList()));
    }

    private static String row(String holder, List<KeptField> fields) {
        return row(
                "`" + holder + "`",
                joined(fields, KeptField::what),
                joined(fields, f -> f.purpose().words()),
                joined(fields, f -> f.retention().words()));
    }

    private static String joined(List<KeptField> fields, Function<KeptField, String> part) {
        return fields.stream().map(part).distinct().collect(joining("; "));
    }

    private static String row(KeptField field) {
        return row(
                field.what(),
                "`" + field.where() + "`",
                field.protection().words(),
                field.purpose().words(),
                field.retention().words());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", List.of(cells)) + " |\n";
    }
}
