package org.cyberspaceid.document.icao;

import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.format.DerShape;
import org.cyberspaceid.document.format.MalformedException;
import org.cyberspaceid.document.format.Tlv;
import org.cyberspaceid.document.trust.PublicKeys;

/**
 * ICAO 9303-11, 6.1: the chip signs our challenge with a key that never leaves it; its public half is DG15, which the SOD protects. A document that
 * lists DG15 must answer. One without DG15 cannot be told from a copy; that is no failure, and the result says so.
 */
final class ActiveAuthenticationCheck implements Check<ChipEvidence> {
    private static final int DG14 = 14;
    private static final int DG15 = 15;
    private static final int DG15_TAG = 0x6F;

    @Override
    public DocumentCheck about() {
        return DocumentCheck.ACTIVE_AUTHENTICATION;
    }

    @Override
    public Finding run(ChipEvidence evidence) {
        if (!evidence.sod().sod().lists(DG15)) {
            return Finding.NOT_PERFORMED;
        }
        Optional<byte[]> answer = evidence.activeAuthentication();
        Optional<byte[]> dg15 = evidence.group(DG15);
        boolean original =
                answer.isPresent() && dg15.isPresent() && answered(evidence, keyIn(dg15.get()), answer.get());
        return Finding.successIf(original, Problem.DOCUMENT_CLONED);
    }

    /** @throws MalformedException when it is not a key that we take */
    static AsymmetricKeyParameter keyIn(byte[] dg15) {
        byte[] keyInfo = DerShape.require(Tlv.file(DG15_TAG, dg15).value());
        return MalformedException.parsed(() -> PublicKeys.of(SubjectPublicKeyInfo.getInstance(keyInfo)));
    }

    private static boolean answered(ChipEvidence evidence, AsymmetricKeyParameter key, byte[] answer) {
        if (key instanceof RSAKeyParameters rsa) {
            return RsaAnswer.holds(rsa, evidence.challenge(), answer);
        }
        return key instanceof ECPublicKeyParameters ec
                && EcdsaAnswer.holds(ec, ChipSecurityInfos.digest(evidence.group(DG14)), evidence.challenge(), answer);
    }
}
