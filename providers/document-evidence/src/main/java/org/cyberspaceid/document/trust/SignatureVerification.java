package org.cyberspaceid.document.trust;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * How the signatures of certificates, lists and security objects are verified: RSA (RFC 8017, 8.2.2 and 8.1.2) and ECDSA, with
 * BouncyCastle's own classes. Its security provider would do the same after half a second of loading.
 */
public final class SignatureVerification {
    private SignatureVerification() {}

    /** Whether a signature of this SignerInfo holds, its algorithms among those we take ({@link SignatureAlgorithms}). */
    public static boolean holds(SignerInformation signer, AsymmetricKeyParameter key) {
        if (!SignatureAlgorithms.allowsDigest(signer.getDigestAlgorithmID())
                || !SignatureAlgorithms.allowsSignature(signer.toASN1Structure().getDigestEncryptionAlgorithm())) {
            return false;
        }
        try {
            return signer.verify(new SignerInformationVerifier(
                    new DefaultCMSSignatureAlgorithmNameGenerator(),
                    new DefaultSignatureAlgorithmIdentifierFinder(),
                    with(key),
                    new BcDigestCalculatorProvider()));
        } catch (CMSException doesNotHold) {
            return false;
        }
    }

    /** Verifies with this key. */
    static ContentVerifierProvider with(AsymmetricKeyParameter key) {
        try {
            return new Builder(key instanceof RSAKeyParameters).build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible); // it fails for certificates only, of which we make none
        }
    }

    private static final class Builder extends BcContentVerifierProviderBuilder {
        private final boolean rsa;

        Builder(boolean rsa) {
            this.rsa = rsa;
        }

        @Override
        protected Signer createSigner(AlgorithmIdentifier algorithm) throws OperatorCreationException {
            if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm.getAlgorithm())) {
                return pss(RSASSAPSSparams.getInstance(algorithm.getParameters()));
            }
            AlgorithmIdentifier digest = DefaultDigestAlgorithmIdentifierFinder.INSTANCE.find(algorithm);
            return rsa ? new RSADigestSigner(digest(digest)) : new DSADigestSigner(new ECDSASigner(), digest(digest));
        }

        private Signer pss(RSASSAPSSparams parameters) throws OperatorCreationException {
            return new PSSSigner(
                    new RSAEngine(),
                    digest(parameters.getHashAlgorithm()),
                    digest(AlgorithmIdentifier.getInstance(
                            parameters.getMaskGenAlgorithm().getParameters())),
                    parameters.getSaltLength().intValueExact());
        }

        private Digest digest(AlgorithmIdentifier algorithm) throws OperatorCreationException {
            return digestProvider.get(algorithm);
        }

        @Override
        protected AsymmetricKeyParameter extractKeyParameters(SubjectPublicKeyInfo info) {
            return PublicKeys.of(info);
        }
    }
}
