package org.cyberspaceid.enrolment;

import java.time.Duration;
import java.util.Base64;
import org.cyberspaceid.core.vault.BlindIndex;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Six face attempts a day per document ({@code face.md}), whoever begins them. Each attempt takes one of six slots for 24 hours;
 * taking is atomic. The slots are named by a keyed hash: the store never sees a document number. They live as long as Keycloak's
 * single-use objects do: in a cluster on all nodes, but a restart of every node at once frees them.
 */
final class FaceAttempts {
    static final int PER_DAY = 6;
    private static final String PREFIX = "cyberspaceid-face-";

    private final SingleUseObjectProvider slots;
    private final BlindIndex index;

    FaceAttempts(SingleUseObjectProvider slots, BlindIndex index) {
        this.slots = slots;
        this.index = index;
    }

    /** Takes an attempt; false when today's are used up. */
    boolean take(DocumentState document) {
        byte[] hash = index.index("face-attempts", document.type().code() + ":" + document.number());
        String name = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        for (int slot = 0; slot < PER_DAY; slot++) {
            if (slots.putIfAbsent(name + slot, Duration.ofDays(1).toSeconds())) {
                return true;
            }
        }
        return false;
    }
}
