package org.cyberspaceid.core.kept;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that is kept about a citizen, or stands beside it in our tables. {@link #all()} is the whole list: the tables, the
 * notice page and {@code providers/docs/kept-fields.md} are made from it or tested against it.
 *
 * @param where {@code table.column}; {@code record.field} inside the sealed record; {@code memory.…}, {@code log.…} or {@code journal.…}
 *     outside the database
 * @param what in English, for the documentation
 */
public record KeptField(
        String where,
        String what,
        Protection protection,
        Purpose purpose,
        Retention retention,
        NoticeCategory category) {

    /** The sealed record: JSON in {@code cid_identity.sealed_record}. */
    static final String RECORD = "record";

    static final String MEMORY = "memory";
    static final String LOG = "log";
    static final String JOURNAL = "journal";

    public KeptField {
        if (!where.matches("[a-z_]+\\.[A-Za-z_-]+")) {
            throw new IllegalArgumentException(where);
        }
        requireNonNull(what, where);
        requireNonNull(protection, where);
        requireNonNull(purpose, where);
        requireNonNull(retention, where);
        requireNonNull(category, where);
    }

    /** Everything that is kept. */
    public static List<KeptField> all() {
        return Stream.of(
                        RecordFields.ALL,
                        VaultFields.ALL,
                        MobileFields.ALL,
                        RecoveryFields.ALL,
                        AttemptFields.ALL,
                        EventFields.ALL,
                        KeycloakFields.ALL,
                        MemoryFields.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** The table; or {@code record}, {@code memory}, {@code log}, {@code journal}. */
    public String holder() {
        return where.substring(0, where.indexOf('.'));
    }

    /** The column or field. */
    public String name() {
        return where.substring(where.indexOf('.') + 1);
    }

    boolean isColumn() {
        return !List.of(RECORD, MEMORY, LOG, JOURNAL).contains(holder());
    }
}
