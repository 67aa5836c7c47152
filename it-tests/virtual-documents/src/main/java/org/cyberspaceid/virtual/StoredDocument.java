package org.cyberspaceid.virtual;

/** The JSON form of a {@link VirtualDocument}; dates are ISO 8601. */
record StoredDocument(
        String id,
        String type,
        String number,
        String name,
        String birthDate,
        String expiresOn,
        String variant,
        VirtualChip chip) {}
