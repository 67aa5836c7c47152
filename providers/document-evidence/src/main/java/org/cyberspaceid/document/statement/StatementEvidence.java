package org.cyberspaceid.document.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.cyberspaceid.core.document.DocumentType;

/**
 * What the checks of a statement look at, after its signature.
 *
 * @param expected the type the citizen chose
 * @param challenge the nonce, as bytes
 * @param audience who we are to the reader service
 * @param today in Asia/Shanghai
 */
record StatementEvidence(
        Claims claims, DocumentType expected, byte[] challenge, String audience, Instant now, LocalDate today) {}
