package org.cyberspaceid.enrolment;

import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.document.trust.TrustContent;

/**
 * The state of the trust store, for operators. It names countries and no person.
 *
 * @param content what is in use; empty when nothing could be loaded yet, and nothing is believed
 * @param failure why the last loading failed; what was loaded before stays in use
 */
public record TrustState(Optional<TrustContent> content, Optional<String> failure) {

    /** The countries in use. */
    public Map<String, TrustContent.Country> countries() {
        return content.map(TrustContent::countries).orElse(Map.of());
    }

    /** Whether the folders, as they are now, are in use. */
    public boolean isSound() {
        return content.isPresent() && failure.isEmpty();
    }
}
