package org.cyberspaceid.document.trust;

import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The algorithms of ICAO 9303-12, 4.1.6: RSA PKCS #1 v1.5 and PSS, ECDSA, over SHA-1 to SHA-512; MD5 and the like are not among them. */
public final class SignatureAlgorithms {
    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            OIWObjectIdentifiers.idSHA1,
            NISTObjectIdentifiers.id_sha224,
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512);

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.rsaEncryption, // in CMS: the digest stands beside it
            PKCSObjectIdentifiers.sha1WithRSAEncryption,
            PKCSObjectIdentifiers.sha224WithRSAEncryption,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA1,
            X9ObjectIdentifiers.ecdsa_with_SHA224,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);

    private static final BigInteger LONGEST_SALT = BigInteger.valueOf(PublicKeys.LONGEST_RSA / Byte.SIZE);

    private SignatureAlgorithms() {}

    /** Whether a digest may be used. */
    public static boolean allowsDigest(AlgorithmIdentifier digest) {
        return DIGESTS.contains(digest.getAlgorithm());
    }

    /** Whether a signature algorithm may be used. */
    public static boolean allowsSignature(AlgorithmIdentifier signature) {
        if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(signature.getAlgorithm())) {
            return signature.getParameters() != null && allows(RSASSAPSSparams.getInstance(signature.getParameters()));
        }
        return SIGNATURES.contains(signature.getAlgorithm());
    }

    /**
     * The mask generation function is MGF1 and hashes as the signature may (RFC 4055, 3.1). The salt fits into the longest key that we
     * take: the verifier makes room for as much as the signer claims, and a forger would claim two gigabytes.
     */
    private static boolean allows(RSASSAPSSparams pss) {
        AlgorithmIdentifier mask = pss.getMaskGenAlgorithm();
        BigInteger salt = pss.getSaltLength();
        return salt.signum() >= 0
                && salt.compareTo(LONGEST_SALT) <= 0
                && RSASSAPSSparams.DEFAULT_TRAILER_FIELD.hasValue(pss.getTrailerField())
                && allowsDigest(pss.getHashAlgorithm())
                && PKCSObjectIdentifiers.id_mgf1.equals(mask.getAlgorithm())
                && allowsDigest(AlgorithmIdentifier.getInstance(mask.getParameters()));
    }
}
