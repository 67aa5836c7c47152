package org.cyberspaceid.relyingparty.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;

/**
 * How an ISP wants one claim (OIDC Core 5.5.1).
 *
 * @param essential the ISP cannot serve the person without it
 * @param wanted the answers that {@code value} or {@code values} name; empty when any will do
 */
record Wish(boolean essential, List<JsonNode> wanted) {
    /** {@code null} in the parameter, or a scope. */
    static final Wish VOLUNTARY = new Wish(false, List.of());

    Wish {
        wanted = List.copyOf(wanted);
    }

    /** Whether that answer may be given: one that the ISP did not name is left out (Identity Assurance does so too). */
    boolean admits(JsonNode answer) {
        return wanted.isEmpty() || wanted.contains(answer);
    }

    /** Whether an essential wish is served by this answer: where no value is named, a fact must be true. */
    boolean isMetBy(boolean answer) {
        return wanted.isEmpty() ? answer : wanted.contains(BooleanNode.valueOf(answer));
    }
}
