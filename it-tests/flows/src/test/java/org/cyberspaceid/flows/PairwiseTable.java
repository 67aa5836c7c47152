package org.cyberspaceid.flows;

import org.cyberspaceid.sandbox.Database;

/** The table of consents and epochs, as somebody with the database sees it. */
record PairwiseTable(Database database) {
    PairwiseTable(String jdbcUrl) {
        this(new Database(jdbcUrl));
    }

    long count() {
        return Long.parseLong(
                database.query("select count(*) from cid_pairwise").get(0));
    }

    /** All of it, bytes as text. */
    String content() {
        return database.query("select encode(row_id || sealed, 'escape') || ' ' || last_month from cid_pairwise")
                .toString();
    }
}
