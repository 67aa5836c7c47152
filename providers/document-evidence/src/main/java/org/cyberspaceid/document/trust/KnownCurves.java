package org.cyberspaceid.document.trust;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The curves we know (BSI TR-03110-3, A.2.1.1). Passports write their curve out as explicit parameters (ICAO 9303-12, 4.1.6.3 asks for that); we take them only when
 * they equal a known curve, compared as numbers, so that no arithmetic ever runs on a curve of somebody's choice.
 */
final class KnownCurves {
    private static final String[] NAMES = {
        "P-224",
        "P-256",
        "P-384",
        "P-521",
        "brainpoolP224r1",
        "brainpoolP256r1",
        "brainpoolP320r1",
        "brainpoolP384r1",
        "brainpoolP512r1"
    };

    private KnownCurves() {}

    /** The name of the curve that these parameters mean. */
    static Optional<ASN1ObjectIdentifier> named(ASN1Encodable parameters) {
        if (parameters instanceof ASN1ObjectIdentifier oid) {
            return names().filter(oid::equals).findFirst();
        }
        ASN1Sequence explicit = ASN1Sequence.getInstance(parameters);
        return names().filter(oid -> equals(explicit, ECNamedCurveTable.getByOID(oid)))
                .findFirst();
    }

    private static Stream<ASN1ObjectIdentifier> names() {
        return Arrays.stream(NAMES).map(ECNamedCurveTable::getOID);
    }

    /** ECParameters (ANSI X9.62, C.2): version, fieldID, curve, base, order, cofactor (optional). */
    private static boolean equals(ASN1Sequence explicit, X9ECParameters curve) {
        ASN1Sequence field = ASN1Sequence.getInstance(explicit.getObjectAt(1));
        ASN1Sequence coefficients = ASN1Sequence.getInstance(explicit.getObjectAt(2));
        byte[] base = octets(explicit.getObjectAt(3));
        return X9ObjectIdentifiers.prime_field.equals(field.getObjectAt(0))
                && integer(field.getObjectAt(1))
                        .equals(curve.getCurve().getField().getCharacteristic())
                && number(coefficients.getObjectAt(0))
                        .equals(curve.getCurve().getA().toBigInteger())
                && number(coefficients.getObjectAt(1))
                        .equals(curve.getCurve().getB().toBigInteger())
                && (Arrays.equals(base, curve.getG().getEncoded(false))
                        || Arrays.equals(base, curve.getG().getEncoded(true)))
                && integer(explicit.getObjectAt(4)).equals(curve.getN())
                && (explicit.size() == 5 || integer(explicit.getObjectAt(5)).equals(curve.getH()));
    }

    private static BigInteger integer(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).getPositiveValue();
    }

    private static BigInteger number(ASN1Encodable octets) {
        return new BigInteger(1, octets(octets));
    }

    private static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }
}
