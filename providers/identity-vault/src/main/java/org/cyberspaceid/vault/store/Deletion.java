package org.cyberspaceid.vault.store;

import java.time.Instant;

/** That a person's ID was deleted: the random ids of realm and user, nothing else. */
public record Deletion(String realmId, String userId, Instant at) {}
