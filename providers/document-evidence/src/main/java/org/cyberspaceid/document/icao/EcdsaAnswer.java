package org.cyberspaceid.document.icao;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** An ECDSA answer (ICAO 9303-11, 6.1.2.2): plain r‖s by the rules (BSI TR-03111, 5.2.1); some cards send DER. */
final class EcdsaAnswer {
    private EcdsaAnswer() {}

    /** @param digest new, or reset */
    static boolean holds(ECPublicKeyParameters key, Digest digest, byte[] challenge, byte[] answer) {
        int numberLength = (key.getParameters().getN().bitLength() + 7) / 8;
        return (answer.length == 2 * numberLength && holds(PlainDSAEncoding.INSTANCE, key, digest, challenge, answer))
                || holds(StandardDSAEncoding.INSTANCE, key, digest, challenge, answer);
    }

    private static boolean holds(
            DSAEncoding encoding, ECPublicKeyParameters key, Digest digest, byte[] challenge, byte[] answer) {
        DSADigestSigner verifier = new DSADigestSigner(new ECDSASigner(), digest, encoding);
        verifier.init(false, key);
        verifier.update(challenge, 0, challenge.length);
        return verifier.verifySignature(answer);
    }
}
