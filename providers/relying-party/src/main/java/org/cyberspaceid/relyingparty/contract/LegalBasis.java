package org.cyberspaceid.relyingparty.contract;

import java.util.Set;

/**
 * Why an ISP may be told values of a person ({@code real_identity}, {@code oidc.md}): the page that asks for them names all of it.
 *
 * @param code short and stable, for receipts, for example {@code telecom-real-name}
 * @param law as people know it, with the article
 * @param purpose what the ISP needs the values for
 * @param retention how long it keeps them
 * @param values which it may ask for, of {@link #VALUES}
 */
public record LegalBasis(String code, String law, String purpose, String retention, Set<String> values) {
    /** What can be disclosed at all. */
    public static final Set<String> VALUES = Set.of("name", "document_number", "birth_date", "document_type", "mobile");

    public LegalBasis {
        values = Set.copyOf(values);
    }
}
