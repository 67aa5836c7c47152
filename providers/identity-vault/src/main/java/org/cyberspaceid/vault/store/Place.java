package org.cyberspaceid.vault.store;

import org.cyberspaceid.vault.keys.LengthPrefixed;

/** Where a sealed value of a person belongs: it opens nowhere else. */
record Place(short schema, String realmId, String userId) {
    static final String DATA_KEY = "data-key";
    static final String RECORD = "record";
    static final String PERSON_KEY = "person-key";
    static final String FACE_TEMPLATE = "face-template";

    /** What other modules seal; followed by what it is. */
    static final String PERSONAL = "personal/";

    LengthPrefixed of(String field) {
        return LengthPrefixed.of("cyberspace-id/identity")
                .and(schema)
                .and(realmId)
                .and(userId)
                .and(field);
    }
}
