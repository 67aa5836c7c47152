package org.cyberspaceid.signin.myid;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was done, as the page says it afterwards ({@code myId.done.<code>}) and an event's reason. */
enum Outcome {
    RENAMED,
    DEVICE_REMOVED,
    PASSKEY_REMOVED,
    PASSKEY_ADDED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param unverified from the address */
    static Optional<Outcome> ofCode(String unverified) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(unverified))
                .findFirst();
    }
}
