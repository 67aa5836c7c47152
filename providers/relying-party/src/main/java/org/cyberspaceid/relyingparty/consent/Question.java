package org.cyberspaceid.relyingparty.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cyberspaceid.core.consent.Consent;

/**
 * What the consent page asks.
 *
 * @param open to be agreed to now
 * @param settled of what is asked, what the person agreed to before
 * @param remembered the consent that still holds, even where it is asked again
 */
record Question(List<Item> open, List<Item> settled, Optional<Consent> remembered) {
    Question {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
    }

    /** Refusing the page refuses something that the ISP called essential, beyond the number. */
    boolean hasEssentialClaims() {
        return open.stream().anyMatch(item -> item.essential() && !item.equals(Item.NUMBER));
    }

    /** Optional items are offered ticked, except one that was declined before. */
    boolean offeredTicked(Item item) {
        return item.essential()
                || !remembered.map(Consent::declined).orElse(Set.of()).contains(item.name());
    }
}
