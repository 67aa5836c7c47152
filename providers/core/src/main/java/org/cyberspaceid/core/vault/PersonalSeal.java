package org.cyberspaceid.core.vault;

import java.util.Optional;

/**
 * Seals small things of a person that lie in tables of other modules, such as the name of a device: by the person's own data key, so that a
 * copy of the table tells nothing, and nothing of it can be opened once the ID is closed (ADR 7).
 */
public interface PersonalSeal {

    /**
     * Seals a value.
     *
     * @param place what the value is, and of what: it opens under no other
     * @throws IllegalArgumentException when the user is not enrolled
     */
    byte[] seal(String userId, String place, byte[] plain);

    /** The value, if the person is there and it was sealed for this place. */
    Optional<byte[]> open(String userId, String place, byte[] unverified);
}
