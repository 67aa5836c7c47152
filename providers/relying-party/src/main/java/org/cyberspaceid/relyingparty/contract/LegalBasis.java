package org.cyberspaceid.relyingparty.contract;

import java.util.Set;

/**
 * The law that lets an ISP ask who a person is.
 *
 * @param code short and stable; stays in the person's receipt
 * @param law its name, as the person reads it
 * @param purpose what the values are for, as the person reads it
 * @param retention how long the ISP keeps them, as the person reads it
 * @param values those that it covers: name, document_number, birth_date, document_type, mobile
 */
public record LegalBasis(String code, String law, String purpose, String retention, Set<String> values) {
    public LegalBasis {
        values = Set.copyOf(values);
    }
}
