package org.cyberspaceid.document.icao;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import org.cyberspaceid.document.trust.BouncyCastle;

/** An ECDSA answer (ICAO 9303-11, 6.1.2.2): plain r‖s by the rules (BSI TR-03111, 5.2.1); some cards send DER. */
final class EcdsaAnswer {
    private EcdsaAnswer() {}

    /** @param digest for example {@code SHA256} */
    static boolean holds(ECPublicKey key, String digest, byte[] challenge, byte[] answer) {
        int numberLength = (key.getParams().getOrder().bitLength() + 7) / 8;
        return (answer.length == 2 * numberLength && holds(digest + "withPLAIN-ECDSA", key, challenge, answer))
                || holds(digest + "withECDSA", key, challenge, answer);
    }

    private static boolean holds(String algorithm, ECPublicKey key, byte[] challenge, byte[] answer) {
        try {
            Signature signature = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
            signature.initVerify(key);
            signature.update(challenge);
            return signature.verify(answer);
        } catch (GeneralSecurityException notThisEncoding) {
            return false;
        }
    }
}
