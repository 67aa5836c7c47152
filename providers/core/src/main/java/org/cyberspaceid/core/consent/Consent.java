package org.cyberspaceid.core.consent;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a person answered one ISP, and until when the answer is remembered. Items are named as on the wire: a claim of {@code oidc.md}'s table
 * ({@code age_over_18}), {@code identity_match}, or {@code number} for the network number itself.
 *
 * @param agreed the ISP may learn these
 * @param declined the person was asked and said no, so it is not asked again of its own accord
 * @param until the last day, in Asia/Shanghai, on which the answer holds
 */
public record Consent(Set<String> agreed, Set<String> declined, LocalDate until) {
    public Consent {
        agreed = Set.copyOf(agreed);
        declined = Set.copyOf(declined);
    }
}
