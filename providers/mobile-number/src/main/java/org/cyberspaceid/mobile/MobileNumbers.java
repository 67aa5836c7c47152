package org.cyberspaceid.mobile;

import org.cyberspaceid.core.mobile.MobileNumber;
import org.cyberspaceid.core.outcome.Problem;

/** Reads what a person typed as a mobile number. */
public interface MobileNumbers {

    /** What came of reading. */
    sealed interface Parsed {
        record Good(MobileNumber number) implements Parsed {}

        /** {@code mobile_number_invalid} (no number) or {@code mobile_number_not_supported} (foreign, landline). */
        record Bad(Problem problem) implements Parsed {}
    }

    /** Reads a mainland mobile number, with or without +86, blanks and hyphens. */
    Parsed parse(String typed);
}
