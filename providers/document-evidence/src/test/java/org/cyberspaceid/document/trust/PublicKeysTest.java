package org.cyberspaceid.document.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.cyberspaceid.document.format.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "P-521", "brainpoolP256r1", "brainpoolP384r1"})
    void takesExplicitParametersThatEqualAKnownCurve(String curve) throws Exception {
        SubjectPublicKeyInfo named = key(curve);
        SubjectPublicKeyInfo explicit = with(named, ECNamedCurveTable.getByName(curve));
        ECPublicKeyParameters key = (ECPublicKeyParameters) PublicKeys.of(explicit);
        ECPublicKeyParameters expected = (ECPublicKeyParameters) PublicKeys.of(named);
        assertThat(key.getQ()).isEqualTo(expected.getQ());
        assertThat(key.getParameters()).isEqualTo(expected.getParameters());
    }

    /** The generator of somebody's choice is how CVE-2020-0601 forged certificates. */
    @Test
    void refusesAnotherGeneratorOrOrder() throws Exception {
        SubjectPublicKeyInfo named = key("P-256");
        X9ECParameters known = ECNamedCurveTable.getByName("P-256");
        X9ECParameters other = new X9ECParameters(
                known.getCurve(),
                new org.bouncycastle.asn1.x9.X9ECPoint(
                        known.getG().multiply(BigInteger.TWO).normalize(), false),
                known.getN(),
                known.getH());
        assertThatThrownBy(() -> PublicKeys.of(with(named, other))).isInstanceOf(MalformedException.class);
        ASN1EncodableVector order = new ASN1EncodableVector();
        ASN1Sequence fields = (ASN1Sequence) known.toASN1Primitive();
        for (int i = 0; i < 4; i++) {
            order.add(fields.getObjectAt(i));
        }
        order.add(new ASN1Integer(known.getN().subtract(BigInteger.TWO)));
        assertThatThrownBy(() -> PublicKeys.of(with(named, new DERSequence(order))))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesShortRsaKeysAndOtherKinds() throws Exception {
        assertThatThrownBy(() -> PublicKeys.of(rsa(512))).isInstanceOf(MalformedException.class);
        assertThat(PublicKeys.of(rsa(1024))).isInstanceOf(RSAKeyParameters.class);
        SubjectPublicKeyInfo ed25519 = SubjectPublicKeyInfo.getInstance(KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded());
        assertThatThrownBy(() -> PublicKeys.of(ed25519)).isInstanceOf(MalformedException.class);
    }

    private static SubjectPublicKeyInfo with(SubjectPublicKeyInfo key, ASN1Encodable parameters) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters),
                key.getPublicKeyData().getBytes());
    }

    private static SubjectPublicKeyInfo key(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    }

    private static SubjectPublicKeyInfo rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", new BouncyCastleProvider());
        generator.initialize(bits);
        return SubjectPublicKeyInfo.getInstance(
                generator.generateKeyPair().getPublic().getEncoded());
    }
}
