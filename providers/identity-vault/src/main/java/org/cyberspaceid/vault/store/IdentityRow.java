package org.cyberspaceid.vault.store;

/** A person's row as read: everything sealed. */
record IdentityRow(
        String userId,
        short schema,
        String recordKey,
        byte[] sealedDataKey,
        byte[] sealedRecord,
        byte[] sealedPersonKey,
        boolean hasMobile) {

    /** What a query selects to make one, with the entity as {@code i}. */
    static final String SELECT = "select i.userId, i.schemaVersion, i.recordKey, i.sealedDataKey, i.sealedRecord,"
            + " i.sealedPersonKey, (case when i.mobileIndex is null then false else true end) from IdentityEntity i";

    static IdentityRow of(Object[] row) {
        return new IdentityRow(
                (String) row[0],
                (Short) row[1],
                (String) row[2],
                (byte[]) row[3],
                (byte[]) row[4],
                (byte[]) row[5],
                (Boolean) row[6]);
    }
}
