package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.outcome.Problem;

/**
 * One hand-off to a reader, from the link to the verdict.
 *
 * @param handle the hand-off's secret, shown as link and QR code
 * @param phase how far it got
 * @param crossDevice whether the reader came by the QR code, so that the person must confirm the page
 * @param until epoch seconds after which this phase has failed
 * @param readingId the address of the submission, from the claim on
 * @param keyThumbprint RFC 7638 thumbprint of the reader's DPoP key
 * @param code six digits that the reader shows
 * @param wrongCodes how often a wrong code was typed
 * @param challenge eight bytes for Active Authentication; {@code null} once used
 * @param problem why it failed
 */
record ReadingState(
        String handle,
        Phase phase,
        boolean crossDevice,
        long until,
        String readingId,
        String keyThumbprint,
        String code,
        int wrongCodes,
        byte[] challenge,
        Problem problem) {

    /** The states a page can see ({@code pages.md}); {@code expired} follows from the time. */
    enum Phase {
        WAITING,
        CLAIMED,
        READING,
        DONE,
        FAILED
    }

    /** Wrong codes after which only a new link helps. */
    static final int CODE_TRIES = 5;

    static ReadingState waiting(String handle, long until) {
        return new ReadingState(handle, Phase.WAITING, false, until, null, null, null, 0, null, null);
    }

    ReadingState claimed(String id, String thumbprint, String shownCode, byte[] fresh, boolean scanned, long deadline) {
        return new ReadingState(handle, Phase.CLAIMED, scanned, deadline, id, thumbprint, shownCode, 0, fresh, null);
    }

    ReadingState codeTyped() {
        return new ReadingState(
                handle, Phase.READING, crossDevice, until, readingId, keyThumbprint, null, wrongCodes, challenge, null);
    }

    ReadingState wrongCode() {
        return new ReadingState(
                handle, phase, crossDevice, until, readingId, keyThumbprint, code, wrongCodes + 1, challenge, null);
    }

    ReadingState challengeUsed() {
        return new ReadingState(
                handle, phase, crossDevice, until, readingId, keyThumbprint, null, wrongCodes, null, null);
    }

    ReadingState done() {
        return ended(Phase.DONE, null);
    }

    ReadingState failed(Problem why) {
        return ended(Phase.FAILED, why);
    }

    private ReadingState ended(Phase last, Problem why) {
        return new ReadingState(handle, last, crossDevice, until, readingId, null, null, wrongCodes, null, why);
    }

    /** What the page is told at this time. */
    String visibleAt(long now) {
        boolean over = phase == Phase.DONE || phase == Phase.FAILED;
        return !over && now >= until ? "expired" : phase.name().toLowerCase(java.util.Locale.ROOT);
    }
}
