package org.cyberspaceid.document.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmsTest {
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier MD5 = new AlgorithmIdentifier(PKCSObjectIdentifiers.md5);
    private static final ASN1Integer ONE = new ASN1Integer(1);

    @Test
    void takesTheFiveDigests() {
        assertThat(SignatureAlgorithms.allowsDigest(SHA_256)).isTrue();
        assertThat(SignatureAlgorithms.allowsDigest(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)))
                .isTrue();
        assertThat(SignatureAlgorithms.allowsDigest(MD5)).isFalse();
        assertThat(SignatureAlgorithms.allowsDigest(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha3_256)))
                .isFalse();
    }

    @Test
    void takesRsaAndEcdsaAndNothingElse() {
        assertThat(allows(PKCSObjectIdentifiers.sha256WithRSAEncryption)).isTrue();
        assertThat(allows(X9ObjectIdentifiers.ecdsa_with_SHA512)).isTrue();
        assertThat(allows(PKCSObjectIdentifiers.md5WithRSAEncryption)).isFalse();
        assertThat(allows(X9ObjectIdentifiers.id_dsa_with_sha1)).isFalse();
        assertThat(allows(PKCSObjectIdentifiers.id_RSASSA_PSS))
                .as("PSS without parameters")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 32, 64, 1024})
    void takesPssWithASaltThatFitsAKey(int salt) {
        assertThat(pss(SHA_256, mgf1(SHA_256), salt, ONE)).isTrue();
    }

    /** The verifier would make room for the salt. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1025, Integer.MAX_VALUE})
    void refusesAnyOtherSalt(int salt) {
        assertThat(pss(SHA_256, mgf1(SHA_256), salt, ONE)).isFalse();
    }

    @Test
    void refusesPssOverOtherDigestsMasksAndTrailers() {
        assertThat(pss(MD5, mgf1(SHA_256), 32, ONE)).isFalse();
        assertThat(pss(SHA_256, mgf1(MD5), 32, ONE)).isFalse();
        assertThat(pss(SHA_256, new AlgorithmIdentifier(PKCSObjectIdentifiers.md5, SHA_256), 32, ONE))
                .isFalse();
        assertThat(pss(SHA_256, mgf1(SHA_256), 32, new ASN1Integer(2))).isFalse();
    }

    private static AlgorithmIdentifier mgf1(AlgorithmIdentifier digest) {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest);
    }

    private static boolean pss(AlgorithmIdentifier digest, AlgorithmIdentifier mask, int salt, ASN1Integer trailer) {
        return allows(
                PKCSObjectIdentifiers.id_RSASSA_PSS, new RSASSAPSSparams(digest, mask, new ASN1Integer(salt), trailer));
    }

    private static boolean allows(ASN1ObjectIdentifier algorithm) {
        return SignatureAlgorithms.allowsSignature(new AlgorithmIdentifier(algorithm));
    }

    private static boolean allows(ASN1ObjectIdentifier algorithm, ASN1Encodable parameters) {
        return SignatureAlgorithms.allowsSignature(new AlgorithmIdentifier(algorithm, parameters));
    }
}
