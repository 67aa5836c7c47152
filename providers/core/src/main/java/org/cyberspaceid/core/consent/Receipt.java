package org.cyberspaceid.core.consent;

import java.time.YearMonth;
import java.util.Set;

/**
 * That values were disclosed to an ISP: what of, on which legal basis and when, never the values.
 *
 * @param legalBasis the code an administrator gave the ISP
 * @param values names of the values, for example {@code document_number}
 * @param month of the disclosure, in Asia/Shanghai; no finer time is kept
 */
public record Receipt(String legalBasis, Set<String> values, YearMonth month) {
    public Receipt {
        values = Set.copyOf(values);
    }
}
