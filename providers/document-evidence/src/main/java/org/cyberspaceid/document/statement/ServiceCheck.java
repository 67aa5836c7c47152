package org.cyberspaceid.document.statement;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;

/** The reader service is on our list, its certificate is in date and may sign. */
final class ServiceCheck implements Check<SignedStatement> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.CERTIFICATE_CHAIN;
    }

    @Override
    public Finding run(SignedStatement statement) {
        boolean listed =
                statement.service().filter(s -> maySign(s, statement.now())).isPresent();
        return Finding.successIf(listed, Problem.DOCUMENT_AUTHORITY_UNKNOWN);
    }

    private static boolean maySign(X509CertificateHolder service, Instant now) {
        Extensions extensions = service.getExtensions();
        KeyUsage usage = extensions == null ? null : KeyUsage.fromExtensions(extensions);
        return service.isValidOn(Date.from(now)) && (usage == null || usage.hasUsages(KeyUsage.digitalSignature));
    }
}
