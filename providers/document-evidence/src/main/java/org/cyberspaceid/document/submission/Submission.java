package org.cyberspaceid.document.submission;

import java.util.Optional;
import java.util.SortedMap;
import org.cyberspaceid.core.outcome.Problem;

/** What a reader sent, decoded within its caps and not yet believed. */
public sealed interface Submission {

    /**
     * The files of an ICAO 9303 chip.
     *
     * @param sod EF.SOD
     * @param dataGroups by number
     * @param activeAuthentication the chip's answer to our challenge
     */
    record ChipFiles(byte[] sod, SortedMap<Integer, byte[]> dataGroups, Optional<byte[]> activeAuthentication)
            implements Submission {}

    /**
     * A reader service's statement.
     *
     * @param jws compact serialisation
     */
    record Statement(String jws) implements Submission {}

    /** Too large, or not a submission. */
    record Unreadable(Problem problem) implements Submission {}
}
