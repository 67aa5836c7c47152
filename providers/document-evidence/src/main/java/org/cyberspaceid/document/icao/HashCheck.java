package org.cyberspaceid.document.icao;

import java.security.MessageDigest;
import java.util.Map;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.cyberspaceid.core.document.DocumentCheck;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.document.check.Check;
import org.cyberspaceid.document.check.Finding;
import org.cyberspaceid.document.trust.SignatureAlgorithms;

/**
 * ICAO 9303-11, 5.1 step 5: "ensure that the contents of the Data Group are authentic and unchanged by hashing the contents and
 * comparing the result with the corresponding hash value in the SOD". A group that the SOD does not list is refused like a changed one.
 */
final class HashCheck implements Check<SodEvidence> {
    @Override
    public DocumentCheck about() {
        return DocumentCheck.DATA_GROUP_HASHES;
    }

    @Override
    public Finding run(SodEvidence evidence) {
        SecurityObject sod = evidence.sod();
        boolean unchanged = SignatureAlgorithms.allowsDigest(sod.digest())
                && evidence.unverifiedGroups().entrySet().stream().allMatch(group -> matches(sod, group));
        return Finding.successIf(unchanged, Problem.DOCUMENT_TAMPERED);
    }

    private static boolean matches(SecurityObject sod, Map.Entry<Integer, byte[]> group) {
        return sod.lists(group.getKey())
                && MessageDigest.isEqual(sod.hashes().get(group.getKey()), hash(sod, group.getValue()));
    }

    private static byte[] hash(SecurityObject sod, byte[] file) {
        try {
            Digest digest = BcDefaultDigestProvider.INSTANCE.get(sod.digest());
            digest.update(file, 0, file.length);
            byte[] hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            return hash;
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible); // the algorithm is one of five
        }
    }
}
