package org.cyberspaceid.liveface;

import java.time.Duration;
import java.util.Base64;
import org.cyberspaceid.core.vault.BlindIndex;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Six face attempts a day ({@code face.md}), whoever begins them: with one document at enrolment, for one person at sign-in. Each attempt
 * takes one of six slots for 24 hours; taking is atomic. The slots are named by a keyed hash: the store never sees a document number. They
 * live as long as Keycloak's single-use objects do: in a cluster on all nodes, but a restart of every node at once frees them.
 */
public final class FaceAttempts {
    static final int PER_DAY = 6;
    private static final String PREFIX = "cyberspaceid-face-";

    private final SingleUseObjectProvider slots;
    private final BlindIndex index;

    public FaceAttempts(SingleUseObjectProvider slots, BlindIndex index) {
        this.slots = slots;
        this.index = index;
    }

    /**
     * Takes an attempt; false when today's are used up.
     *
     * @param whose type and value of what the attempts are counted for, for example a document's
     */
    public boolean take(String whose) {
        String name = name(whose);
        for (int slot = 0; slot < PER_DAY; slot++) {
            if (slots.putIfAbsent(name + slot, Duration.ofDays(1).toSeconds())) {
                return true;
            }
        }
        return false;
    }

    /** Gives one back: a match is no attempt on anybody, and services may ask for a face more often than people mistake a prompt. */
    public void giveBack(String whose) {
        String name = name(whose);
        for (int slot = PER_DAY - 1; slot >= 0; slot--) {
            if (slots.contains(name + slot)) {
                slots.remove(name + slot);
                return;
            }
        }
    }

    private String name(String whose) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(index.index("face-attempts", whose));
    }
}
