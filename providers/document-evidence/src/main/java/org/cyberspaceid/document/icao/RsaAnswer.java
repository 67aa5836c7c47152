package org.cyberspaceid.document.icao;

import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;

/**
 * An RSA answer (ICAO 9303-11, 6.1.2.1): ISO/IEC 9796-2 digital signature scheme 1. The signature carries M1, which the chip chose; M2 is our challenge;
 * it holds when the hash over M1‖M2 in it is right. The trailer names the hash: {@code BC} is SHA-1, {@code xxCC} one of the others.
 */
final class RsaAnswer {
    private static final List<Supplier<Digest>> DIGESTS =
            List.of(SHA256Digest::new, SHA1Digest::new, SHA224Digest::new, SHA384Digest::new, SHA512Digest::new);

    private RsaAnswer() {}

    static boolean holds(RSAKeyParameters key, byte[] challenge, byte[] answer) {
        boolean rightLength = answer.length == (key.getModulus().bitLength() + 7) / 8;
        return rightLength
                && (holds(key, new SHA1Digest(), true, challenge, answer)
                        || DIGESTS.stream().anyMatch(d -> holds(key, d.get(), false, challenge, answer)));
    }

    private static boolean holds(
            RSAKeyParameters key, Digest digest, boolean implicitTrailer, byte[] challenge, byte[] answer) {
        ISO9796d2Signer verifier = new ISO9796d2Signer(new RSAEngine(), digest, implicitTrailer);
        verifier.init(false, key);
        try {
            verifier.updateWithRecoveredMessage(answer);
            verifier.update(challenge, 0, challenge.length);
            // throws, too, when the answer has the trailer 33CC and we try BC
            return verifier.verifySignature(answer);
        } catch (InvalidCipherTextException | RuntimeException anotherTrailer) {
            return false;
        }
    }
}
