package org.cyberspaceid.document.statement;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What the checks of a statement look at first: the JWS, and who of the listed services signed it, by its own word.
 *
 * @param service empty when nobody on the list has that thumbprint
 */
record SignedStatement(Jws jws, StatementHeader header, Optional<X509CertificateHolder> service, Instant now) {}
