package org.cyberspaceid.relyingparty.consent;

import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.relyingparty.claims.Grant;

/** Where a sign-in stands between authentication and code. */
sealed interface Stage {
    /**
     * The consent page.
     *
     * @param number the one this ISP would see
     */
    record Ask(Question question, NetworkNumber number) implements Stage {}

    /** Nothing is left to be asked. */
    record Agreed(Grant grant) implements Stage {}

    /** It ends here. */
    record Refused(Refusal why) implements Stage {}
}
