package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.SortedSet;

/**
 * Makes a key whose label no other has. PKCS #11 has no "create unless there": two keys may share a label, and on such a token
 * SunPKCS11's key store lists nothing any more. So a node first claims the label, by a key with a label that is unique, and only
 * then looks. Of several nodes that do so at once, at most one sees no other claim; the rest give up. It makes the key before it
 * takes its claim back, so that who looks later sees one of the two.
 */
final class Pkcs11Creation {
    private static final String CLAIM = "cid-claim-";
    private static final int RANDOM_BYTES = 8;
    private static final int LABEL_AT = CLAIM.length() + 2 * RANDOM_BYTES + 1;

    private final Pkcs11Connection token;
    private final String label;
    private final String claim;

    Pkcs11Creation(Pkcs11Connection token, String label) {
        this.token = token;
        this.label = label;
        this.claim = CLAIM + HexFormat.of().formatHex(Random.randBytes(RANDOM_BYTES)) + "-" + label;
    }

    /** @throws KeysUnusableException when there is one, or another is just making it */
    void run(Pkcs11KeyKind kind) throws GeneralSecurityException {
        // Logs in where that is needed, and spares most refusals the claim.
        requireFree(token.labels());
        token.generate(Pkcs11KeyKind.SEALING, claim);
        try {
            requireFree(token.labels());
            token.generate(kind, label);
        } finally {
            token.destroy(claim);
        }
    }

    private void requireFree(SortedSet<String> labels) {
        if (labels.contains(label)) {
            throw new KeysUnusableException("The key " + label + " exists in the HSM already and was left alone.");
        }
        labels.stream().filter(this::isAnotherClaim).findFirst().ifPresent(other -> {
            throw new KeysUnusableException("The key " + label + " is being made by another node, or was when that"
                    + " stopped. None was made here. If it stays so, delete the object " + other + " from the HSM.");
        });
    }

    private boolean isAnotherClaim(String other) {
        return other.startsWith(CLAIM)
                && !other.equals(claim)
                && other.length() > LABEL_AT
                && other.substring(LABEL_AT).equals(label);
    }
}
