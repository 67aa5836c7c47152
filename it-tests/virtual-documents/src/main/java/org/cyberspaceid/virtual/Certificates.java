package org.cyberspaceid.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;

/** Document signers with the extensions of ICAO 9303-12, 7.1.1. */
final class Certificates {
    /** id-icao-mrtd-security-extensions-documentTypeList. */
    private static final ASN1ObjectIdentifier DOCUMENT_TYPES = new ASN1ObjectIdentifier("2.23.136.1.1.6.2");

    private Certificates() {}

    /** A signer's certificate whose private key may sign from a day ago until so long ago. */
    static Holder usableUntil(ChipPlan plan, Duration ago) {
        return usable(
                plan,
                new DERTaggedObject(false, 0, time(plan.authority.now.minus(Duration.ofDays(1)))),
                new DERTaggedObject(false, 1, time(plan.authority.now.minus(ago))));
    }

    /** A signer's certificate whose private key may sign since then, without end. */
    static Holder usableSince(ChipPlan plan, Duration ago) {
        return usable(plan, new DERTaggedObject(false, 0, time(plan.authority.now.minus(ago))));
    }

    private static Holder usable(ChipPlan plan, ASN1Encodable... bounds) {
        return plan.authority.signer(
                plan.authority.authority, p -> p.with(Extension.privateKeyUsagePeriod, false, new DERSequence(bounds)));
    }

    private static DERGeneralizedTime time(Instant when) {
        return new DERGeneralizedTime(Date.from(when));
    }

    static void signedAt(ChipPlan plan, Duration later) {
        plan.sod.signingTime = Optional.of(plan.authority.now.plus(later));
    }

    /** A signer's certificate for documents with these codes only. */
    static Holder forTypes(ChipPlan plan, String... codes) {
        ASN1Encodable[] types =
                Arrays.stream(codes).map(DERPrintableString::new).toArray(ASN1Encodable[]::new);
        ASN1Encodable list = new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(types)});
        return plan.authority.signer(plan.authority.authority, p -> p.with(DOCUMENT_TYPES, false, list));
    }
}
