package org.cyberspaceid.ownpages;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a citizen can do to the own account, each behind a page of its own (Keycloak's application-initiated actions, {@code kc_action}).
 * No ISP can start one. The ids are enabled in the realm by {@code realm-config}.
 */
public enum OwnAction {
    APPROVE_SIGN_IN("approve-sign-in"),
    ADD_PASSKEY("add-passkey"),
    CHANGE_NUMBER("change-mobile-number"),
    FREEZE("freeze-id"),
    DELETE("delete-id");

    private final String id;

    OwnAction(String id) {
        this.id = id;
    }

    /** Of the required action. */
    public String id() {
        return id;
    }

    /** @param unverified from an address */
    public static Optional<OwnAction> ofId(String unverified) {
        return Arrays.stream(values())
                .filter(action -> action.id.equals(unverified))
                .findFirst();
    }
}
