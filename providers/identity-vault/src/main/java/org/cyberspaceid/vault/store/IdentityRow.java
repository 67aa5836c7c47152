package org.cyberspaceid.vault.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A person's row as read: everything sealed. */
record IdentityRow(
        String userId,
        short schema,
        String recordKey,
        byte[] sealedDataKey,
        byte[] sealedRecord,
        byte[] sealedPersonKey,
        boolean hasMobile) {

    /** A query that {@link #of} reads, up to its condition. */
    static final String SELECT =
            "SELECT USER_ID, SCHEMA_VERSION, RECORD_KEY, SEALED_DATA_KEY, SEALED_RECORD, SEALED_PERSON_KEY,"
                    + " MOBILE_INDEX IS NOT NULL AS HAS_MOBILE FROM CID_IDENTITY";

    static IdentityRow of(ResultSet row) throws SQLException {
        return new IdentityRow(
                row.getString("USER_ID"),
                row.getShort("SCHEMA_VERSION"),
                row.getString("RECORD_KEY"),
                row.getBytes("SEALED_DATA_KEY"),
                row.getBytes("SEALED_RECORD"),
                row.getBytes("SEALED_PERSON_KEY"),
                row.getBoolean("HAS_MOBILE"));
    }
}
