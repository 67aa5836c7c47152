package org.cyberspaceid.virtual;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * The private key of a chip, for Active Authentication (ICAO 9303-11, 6.1).
 *
 * @param algorithm {@code RSA} or {@code EC}
 * @param pkcs8 the key
 */
record ChipKey(String algorithm, byte[] pkcs8) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static ChipKey of(PrivateKey key) {
        return new ChipKey(key.getAlgorithm(), key.getEncoded());
    }

    /** INTERNAL AUTHENTICATE: the chip's signature over the terminal's challenge RND.IFD. */
    byte[] answer(byte[] challenge) {
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return key instanceof RSAPrivateCrtKey rsa ? answerRsa(rsa, challenge) : answerEc(key, challenge);
        } catch (GeneralSecurityException | CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** ISO/IEC 9796-2 scheme 1: the chip chooses M1, which the signature carries; M2 is the challenge. Trailer {@code 34CC}. */
    private static byte[] answerRsa(RSAPrivateCrtKey key, byte[] challenge) throws CryptoException {
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), new SHA256Digest());
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        int room = (key.getModulus().bitLength() + 7) / 8 - 32 - 3;
        byte[] m1 = new byte[room];
        RANDOM.nextBytes(m1);
        signer.update(m1, 0, m1.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }

    /** ECDSA, plain r‖s (BSI TR-03111), over SHA-256, as DG14 says. */
    private static byte[] answerEc(PrivateKey key, byte[] challenge) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(challenge);
        return signature.sign();
    }
}
