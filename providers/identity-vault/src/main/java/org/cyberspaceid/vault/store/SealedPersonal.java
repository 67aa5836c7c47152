package org.cyberspaceid.vault.store;

import java.util.Optional;
import org.cyberspaceid.core.vault.PersonalSeal;
import org.cyberspaceid.vault.keys.SealBrokenException;

/** By the person's data key, in a place that starts with a word of its own: no value of the vault's opens here, and none of these there. */
public final class SealedPersonal implements PersonalSeal {
    private final SealedIdentities people;

    public SealedPersonal(SealedIdentities people) {
        this.people = people;
    }

    @Override
    public byte[] seal(String userId, String place, byte[] plain) {
        return people.person(userId)
                .orElseThrow(() -> new IllegalArgumentException("the user has no record"))
                .seal(Place.PERSONAL + place, plain);
    }

    @Override
    public Optional<byte[]> open(String userId, String place, byte[] unverified) {
        try {
            return people.person(userId).map(person -> person.open(Place.PERSONAL + place, unverified));
        } catch (SealBrokenException meddledWith) {
            return Optional.empty();
        }
    }
}
