package org.cyberspaceid.core.vault;

import java.util.Optional;
import org.cyberspaceid.core.face.FaceTemplate;

/**
 * The templates of live faces that people let us keep, each by a consent of its own ({@code face.md}, re-verification): sealed, beside the
 * person's record, gone with it or as soon as the person takes the consent back. Without one there is nothing to compare a face with:
 * whoever needs that hands {@link #read} to {@code FaceService.beginChallenge}, or asks for the document again. Calls take part in the
 * current Keycloak transaction.
 */
public interface FaceTemplates {

    /**
     * Keeps the template of a live face that has just matched the portrait of the person's document, in the place of an earlier one.
     *
     * @throws IllegalArgumentException when the user is not enrolled
     */
    void keep(String userId, FaceTemplate live);

    /** Whether there is one; nothing is opened. */
    boolean isKept(String userId);

    /** The person's template, to compare a live face with. */
    Optional<FaceTemplate> read(String userId);

    /** The person takes the consent back; false when there was none. */
    boolean forget(String userId);
}
