package org.cyberspaceid.document.icao;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.cyberspaceid.document.format.DerShape;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.document.format.Tlv;

/** DG14: SecurityInfos (ICAO 9303-11, 9.2), of which we read the ActiveAuthenticationInfo (9.2.4). */
final class ChipSecurityInfos {
    private static final int DG14_TAG = 0x6E;
    private static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION = new ASN1ObjectIdentifier("2.23.136.1.1.5");
    /** ecdsa-plain-signatures (BSI TR-03111, 5.2.1). */
    private static final Map<String, Supplier<Digest>> DIGESTS = Map.of(
            "0.4.0.127.0.7.1.1.4.1.1", SHA1Digest::new,
            "0.4.0.127.0.7.1.1.4.1.2", SHA224Digest::new,
            "0.4.0.127.0.7.1.1.4.1.3", SHA256Digest::new,
            "0.4.0.127.0.7.1.1.4.1.4", SHA384Digest::new,
            "0.4.0.127.0.7.1.1.4.1.5", SHA512Digest::new);

    private ChipSecurityInfos() {}

    /** The hash of the chip's ECDSA answers; SHA-256 when DG14 does not say. */
    static Digest digest(Optional<byte[]> dg14) {
        return dg14.flatMap(ChipSecurityInfos::stated).orElseGet(SHA256Digest::new);
    }

    private static Optional<Digest> stated(byte[] dg14) {
        byte[] infos = DerShape.require(Tlv.file(DG14_TAG, dg14).value());
        return MalformedException.parsed(() -> statedIn(infos));
    }

    private static Optional<Digest> statedIn(byte[] infos) {
        for (ASN1Encodable info : ASN1Set.getInstance(infos)) {
            ASN1Sequence fields = ASN1Sequence.getInstance(info);
            if (ACTIVE_AUTHENTICATION.equals(fields.getObjectAt(0))) {
                String algorithm =
                        ASN1ObjectIdentifier.getInstance(fields.getObjectAt(2)).getId();
                MalformedException.unless(DIGESTS.containsKey(algorithm), "an unknown Active Authentication algorithm");
                return Optional.of(DIGESTS.get(algorithm).get());
            }
        }
        return Optional.empty();
    }
}
