package org.cyberspaceid.core.vault;

import java.util.Optional;
import org.cyberspaceid.core.document.DocumentNumber;
import org.cyberspaceid.core.document.PersonReference;
import org.cyberspaceid.core.document.VerifiedDocument;
import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.core.networknumber.Sector;

/**
 * The sealed records of a realm's people. Calls take part in the current Keycloak transaction. Lookups go by keyed hash: without
 * the keys the database confirms nothing.
 */
public interface IdentityVault {

    /** Stores a person beside a Keycloak user that exists in this transaction. Nothing is written unless {@link EnrolResult.Enrolled}. */
    EnrolResult enrol(String userId, NewIdentity identity);

    /** The user who enrolled with this document. */
    Optional<String> userWithDocument(DocumentNumber number);

    /** The user whom the population registry knows by this reference: it was told when they enrolled. */
    Optional<String> userWithReference(PersonReference reference);

    /** The user whose sign-in number this is. */
    Optional<String> userWithMobile(MobileNumber mobile);

    /** Whether the user is enrolled; nothing is opened. */
    boolean isEnrolled(String userId);

    /** The record of a user, if the user is enrolled. */
    Optional<IdentityRecord> read(String userId);

    /** The pairwise number of a user in a sector ({@code oidc.md}), if the user is enrolled. */
    Optional<NetworkNumber> networkNumber(String userId, Sector sector);

    /**
     * As {@link #networkNumber(String, Sector)} without looking the epoch up.
     *
     * @param epoch as {@code ConsentLedger.remembered} told it
     */
    Optional<NetworkNumber> networkNumber(String userId, Sector sector, long epoch);

    /**
     * Gives the user another number in a sector from now on; nobody can tell that the two belong together. Who closes the ID and
     * enrols again gets the first number back ({@code oidc.md}).
     *
     * @return false when the user is not enrolled
     */
    boolean renewNumber(String userId, Sector sector);

    /**
     * Another sign-in number for a user, from now on. Whoever had it has none, until they give another: the SMS code decides whose it is.
     *
     * @return false when the user is not enrolled
     */
    boolean changeMobile(String userId, MobileNumber proven);

    /** Whoever signs in with this number does not any more: somebody else is about to enrol with it, who proved that it is theirs. */
    void releaseMobile(MobileNumber proven);

    /**
     * Another document of the same person, whom the caller has recognised. The ID and every network number stay.
     *
     * @return false when the user is not enrolled, or the document is of another ID
     */
    boolean renewDocument(String userId, VerifiedDocument document);

    /** Deletes a user's record and indexes; false when there was none. */
    boolean remove(String userId);

    /** What came of {@link #enrol}. */
    sealed interface EnrolResult {
        record Enrolled() implements EnrolResult {}

        /** One person, one ID: this document, or the person whom the registry knows it to be of, is enrolled already. */
        record PersonTaken() implements EnrolResult {}

        /** The number signs in another ID. */
        record MobileTaken() implements EnrolResult {}
    }
}
