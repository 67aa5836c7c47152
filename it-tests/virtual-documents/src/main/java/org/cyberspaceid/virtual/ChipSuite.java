package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/** The algorithms of Active Authentication (ICAO 9303-11, 6.1.2). */
public enum ChipSuite {
    RSA_1024_SHA1(KeyScheme.RSA_1024, KeyScheme.Encoding.USUAL, "SHA1", Form.ISO_9796_2_IMPLICIT),
    RSA_1024_SHA1_EXPLICIT_TRAILER(KeyScheme.RSA_1024, KeyScheme.Encoding.USUAL, "SHA1", Form.ISO_9796_2),
    RSA_2048_SHA224(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA224", Form.ISO_9796_2),
    RSA_2048_SHA256(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA256", Form.ISO_9796_2),
    RSA_2048_SHA384(KeyScheme.RSA_2048, KeyScheme.Encoding.USUAL, "SHA384", Form.ISO_9796_2),
    RSA_4096_SHA512(KeyScheme.RSA_4096, KeyScheme.Encoding.USUAL, "SHA512", Form.ISO_9796_2),
    P224_PLAIN_SHA224(KeyScheme.P224, KeyScheme.Encoding.USUAL, "SHA224", Form.PLAIN),
    P256_PLAIN_SHA1(KeyScheme.P256, KeyScheme.Encoding.USUAL, "SHA1", Form.PLAIN),
    P256_PLAIN_SHA256(KeyScheme.P256, KeyScheme.Encoding.USUAL, "SHA256", Form.PLAIN),
    P256_DER_SHA256(KeyScheme.P256, KeyScheme.Encoding.USUAL, "SHA256", Form.DER),
    P384_EXPLICIT_DER_SHA384(KeyScheme.P384, KeyScheme.Encoding.EXPLICIT, "SHA384", Form.DER),
    P521_PLAIN_SHA512(KeyScheme.P521, KeyScheme.Encoding.USUAL, "SHA512", Form.PLAIN),
    BRAINPOOL_P256_PLAIN_SHA256(KeyScheme.BRAINPOOL_P256, KeyScheme.Encoding.USUAL, "SHA256", Form.PLAIN),
    BRAINPOOL_P384_EXPLICIT_PLAIN_SHA384(KeyScheme.BRAINPOOL_P384, KeyScheme.Encoding.EXPLICIT, "SHA384", Form.PLAIN),
    BRAINPOOL_P512_DER_SHA512(KeyScheme.BRAINPOOL_P512, KeyScheme.Encoding.USUAL, "SHA512", Form.DER);

    /** How an answer is written. */
    private enum Form {
        /** ISO/IEC 9796-2 scheme 1, trailer {@code BC}. */
        ISO_9796_2_IMPLICIT,
        /** ISO/IEC 9796-2 scheme 1, trailer {@code xxCC}. */
        ISO_9796_2,
        /** r‖s (BSI TR-03111). */
        PLAIN,
        DER
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyScheme keys;
    private final KeyScheme.Encoding encoding;
    private final String hash;
    private final Form form;

    ChipSuite(KeyScheme keys, KeyScheme.Encoding encoding, String hash, Form form) {
        this.keys = keys;
        this.encoding = encoding;
        this.hash = hash;
        this.form = form;
    }

    KeyPair key(String role) {
        return keys.of(role);
    }

    byte[] dg15(KeyPair chipKey) {
        try {
            return Tlv.of(0x6F, keys.encode(chipKey.getPublic(), encoding).getEncoded("DER"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** For an EC key. */
    Optional<byte[]> dg14() {
        return keys.isEc() ? Optional.of(DataGroups.dg14(plainOid())) : Optional.empty();
    }

    private ASN1ObjectIdentifier plainOid() {
        return switch (hash) {
            case "SHA1" -> BSIObjectIdentifiers.ecdsa_plain_SHA1;
            case "SHA224" -> BSIObjectIdentifiers.ecdsa_plain_SHA224;
            case "SHA256" -> BSIObjectIdentifiers.ecdsa_plain_SHA256;
            case "SHA384" -> BSIObjectIdentifiers.ecdsa_plain_SHA384;
            default -> BSIObjectIdentifiers.ecdsa_plain_SHA512;
        };
    }

    byte[] answer(KeyPair key, byte[] challenge) {
        try {
            return switch (form) {
                case PLAIN -> ecdsa(hash + "withPLAIN-ECDSA", key, challenge);
                case DER -> ecdsa(hash + "withECDSA", key, challenge);
                default -> iso9796((RSAPrivateKey) key.getPrivate(), challenge);
            };
        } catch (GeneralSecurityException | CryptoException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ecdsa(String algorithm, KeyPair key, byte[] challenge) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, KeyScheme.PROVIDER);
        signature.initSign(key.getPrivate());
        signature.update(challenge);
        return signature.sign();
    }

    private byte[] iso9796(RSAPrivateKey key, byte[] challenge) throws CryptoException {
        Digest digest = digest();
        boolean implicit = form == Form.ISO_9796_2_IMPLICIT;
        ISO9796d2Signer signer = new ISO9796d2Signer(new RSAEngine(), digest, implicit);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        byte[] m1 = new byte[key.getModulus().bitLength() / 8 - digest.getDigestSize() - (implicit ? 2 : 3)];
        RANDOM.nextBytes(m1);
        signer.update(m1, 0, m1.length);
        signer.update(challenge, 0, challenge.length);
        return signer.generateSignature();
    }

    private Digest digest() {
        return switch (hash) {
            case "SHA1" -> new SHA1Digest();
            case "SHA224" -> new SHA224Digest();
            case "SHA256" -> new SHA256Digest();
            case "SHA384" -> new SHA384Digest();
            default -> new SHA512Digest();
        };
    }
}
