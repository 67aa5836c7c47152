package org.cyberspaceid.relyingparty.myservices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was done, as the page says it afterwards ({@code myServices.done.<code>}) and an event's reason. */
enum Outcome {
    WITHDRAWN,
    RENEWED,
    FACE_FORGOTTEN;

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
