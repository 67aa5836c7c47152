package org.cyberspaceid.document.icao;

import java.text.ParseException;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.cyberspaceid.document.format.MalformedException;

/**
 * How long the private key of a document signer may sign (privateKeyUsagePeriod; ICAO 9303-12, 7.1.1): months, while its certificate lives as long as the documents. A key
 * that leaks after that must not make documents of a later day.
 *
 * @param from empty: no beginning is stated
 * @param until empty: no end is stated
 */
record SigningPeriod(Optional<Date> from, Optional<Date> until) {

    /** The period that the certificate states; without the extension it has no bounds. */
    static SigningPeriod of(X509CertificateHolder certificate) {
        Extension extension = certificate.getExtension(Extension.privateKeyUsagePeriod);
        if (extension == null) {
            return new SigningPeriod(Optional.empty(), Optional.empty());
        }
        ASN1Sequence bounds = ASN1Sequence.getInstance(extension.getParsedValue());
        return new SigningPeriod(bound(bounds, 0), bound(bounds, 1));
    }

    boolean holds(Date when) {
        return from.filter(when::before).isEmpty() && until.filter(when::after).isEmpty();
    }

    private static Optional<Date> bound(ASN1Sequence bounds, int tag) {
        for (int i = 0; i < bounds.size(); i++) {
            ASN1TaggedObject bound = ASN1TaggedObject.getInstance(bounds.getObjectAt(i));
            if (bound.getTagNo() == tag) {
                return Optional.of(date(ASN1GeneralizedTime.getInstance(bound, false)));
            }
        }
        return Optional.empty();
    }

    private static Date date(ASN1GeneralizedTime time) {
        try {
            return time.getDate();
        } catch (ParseException broken) {
            throw new MalformedException("a time of the private key usage period");
        }
    }
}
