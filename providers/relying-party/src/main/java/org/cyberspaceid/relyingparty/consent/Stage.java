package org.cyberspaceid.relyingparty.consent;

import java.util.List;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.relyingparty.claims.Grant;
import org.cyberspaceid.relyingparty.contract.LegalBasis;

/** Where a sign-in stands between authentication and code. */
sealed interface Stage {
    /**
     * The consent page.
     *
     * @param number the one this ISP would see
     * @param values what the page after it will ask for: so much must not be called "will not learn"
     */
    record Ask(Question question, NetworkNumber number, List<Item> values) implements Stage {}

    /** The page of its own for values that identify the person. */
    record AskValues(List<Item> values, LegalBasis basis) implements Stage {}

    /** Nothing is left to be asked. */
    record Agreed(Grant grant) implements Stage {}

    /** It ends here. */
    record Refused(Refusal why) implements Stage {}
}
